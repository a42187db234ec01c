using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Drift;

/// <summary>Where the API routes of a release lead now, compared with where it led them.</summary>
internal sealed class RouteDifferences(IAmazonAPIGateway apis)
{
    // The most that API Gateway gives at once.
    private const int PageSize = 500;

    public async Task<IReadOnlyList<string>> FindAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var routes in manifest.Routes.GroupBy(r => r.ApiId))
        {
            var live = await FindMethodsAsync(routes.Key, cancellationToken);
            var variables = await FindVariablesAsync(routes.Key, live, cancellationToken);
            foreach (var route in routes)
                if (Compare(route, manifest.Alias, live, variables) is { } difference)
                    differences.Add($"{route.Method} {route.Path} of API {route.ApiId} {difference}");
        }

        return differences;
    }

    private static string? Compare(
        ManifestRoute route,
        string alias,
        IReadOnlyDictionary<(string Path, string Method), Method>? live,
        IReadOnlyDictionary<string, Dictionary<string, string>?> variables
    )
    {
        if (live is null)
            return "is gone with its API";
        if (!live.TryGetValue((route.Path, route.Method), out var method))
            return "is gone";
        var wanted = $":function:{route.Function}:{alias}/invocations";
        var uri = StageVariables.Fill(method.MethodIntegration?.Uri, variables.GetValueOrDefault(route.Stage));
        return uri?.EndsWith(wanted, StringComparison.Ordinal) == true
            ? null
            : $"points to {uri ?? "nothing"}, not to {route.Function}:{alias}";
    }

    /// <summary>The variables of each stage; none where no integration needs them.</summary>
    private async Task<IReadOnlyDictionary<string, Dictionary<string, string>?>> FindVariablesAsync(
        string api,
        IReadOnlyDictionary<(string Path, string Method), Method>? methods,
        CancellationToken cancellationToken
    )
    {
        if (methods?.Values.Any(m => StageVariables.In(m.MethodIntegration?.Uri)) != true)
            return new Dictionary<string, Dictionary<string, string>?>();
        var stages = await apis.GetStagesAsync(new GetStagesRequest { RestApiId = api }, cancellationToken);
        return (stages.Item ?? []).ToDictionary(s => s.StageName, s => (Dictionary<string, string>?)s.Variables);
    }

    private async Task<IReadOnlyDictionary<(string Path, string Method), Method>?> FindMethodsAsync(
        string api,
        CancellationToken cancellationToken
    )
    {
        var methods = new Dictionary<(string, string), Method>();
        string? position = null;
        try
        {
            do
            {
                var page = await apis.GetResourcesAsync(
                    new GetResourcesRequest
                    {
                        RestApiId = api,
                        Limit = PageSize,
                        Position = position,
                        Embed = ["methods"],
                    },
                    cancellationToken
                );
                foreach (var resource in page.Items ?? [])
                foreach (var (method, definition) in resource.ResourceMethods ?? [])
                    methods[(resource.Path, method)] = definition;
                position = page.Position;
            } while (position is { Length: > 0 });
            return methods;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
