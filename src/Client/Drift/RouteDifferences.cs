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
                if (Compare(route, manifest.Alias, live) is { } difference)
                    differences.Add($"{route.Method} {route.Path} of API {route.ApiId} {difference}");
        }

        return differences;
    }

    private static string? Compare(ManifestRoute route, string alias, IReadOnlyDictionary<(string Path, string Method), Method>? live)
    {
        if (live is null)
            return "is gone with its API";
        if (!live.TryGetValue((route.Path, route.Method), out var method))
            return "is gone";
        var wanted = $":function:{route.Function}:{alias}/invocations";
        return method.MethodIntegration?.Uri?.EndsWith(wanted, StringComparison.Ordinal) == true
            ? null
            : $"points to {method.MethodIntegration?.Uri ?? "nothing"}, not to {route.Function}:{alias}";
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
