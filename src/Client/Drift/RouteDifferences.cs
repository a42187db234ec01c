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
            foreach (var route in routes)
                if (await CompareAsync(route, manifest.Alias, live, cancellationToken) is { } difference)
                    differences.Add($"{route.Method} {route.Path} of API {route.ApiId} {difference}");
        }

        return differences;
    }

    private async Task<string?> CompareAsync(
        ManifestRoute route,
        string alias,
        IReadOnlyDictionary<(string Path, string Method), Method>? live,
        CancellationToken cancellationToken
    )
    {
        if (live is null)
            return "is gone with its API";
        if (!live.TryGetValue((route.Path, route.Method), out var method))
            return "is gone";
        var wanted = $":function:{route.Function}:{alias}/invocations";
        var uri = await FillAsync(route, method.MethodIntegration?.Uri, cancellationToken);
        return uri?.EndsWith(wanted, StringComparison.Ordinal) == true
            ? null
            : $"points to {uri ?? "nothing"}, not to {route.Function}:{alias}";
    }

    /// <summary>A URI as the stage sees it.</summary>
    private async Task<string?> FillAsync(ManifestRoute route, string? uri, CancellationToken cancellationToken)
    {
        if (uri?.Contains("${stageVariables.", StringComparison.Ordinal) != true)
            return uri;
        var stages = await apis.GetStagesAsync(new GetStagesRequest { RestApiId = route.ApiId }, cancellationToken);
        foreach (var (name, value) in stages.Item?.FirstOrDefault(s => s.StageName == route.Stage)?.Variables ?? [])
            uri = uri.Replace($"${{stageVariables.{name}}}", value, StringComparison.Ordinal);
        return uri;
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
