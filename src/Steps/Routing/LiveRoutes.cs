using System.Collections.Concurrent;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Routes as they are now, for one look at them: each API and each policy is read once, however many routes there are.</summary>
public sealed class LiveRoutes(ApiPaths paths, FunctionPolicies permissions)
{
    private readonly ConcurrentDictionary<AliasName, Lazy<Task<IReadOnlyList<PermissionStatement>>>> _permissions = new();

    public ApiPaths Paths => paths;

    /// <summary>Whether a route leads anywhere but to the alias, or the alias does not permit it.</summary>
    public async Task<bool> DiffersAsync(PlannedRoute route, string alias, AwsScope place)
    {
        var integration = await paths.FindIntegrationAsync(route.ApiId, route.ResourceId, route.Method);
        if (integration is null || !IntegrationState.PointsTo(integration, place.Integration(route.Function, alias)))
            return true;
        var wanted = PermissionStatement.For("apigateway.amazonaws.com", place.ApiMethod(route));
        return integration.Credentials is not { Length: > 0 }
            && !(await PermissionsAsync(new AliasName(route.Function, alias))).Contains(wanted);
    }

    private Task<IReadOnlyList<PermissionStatement>> PermissionsAsync(AliasName name) =>
        _permissions.GetOrAdd(name, n => new(() => permissions.ListAsync(n.Function, n.Alias))).Value;
}
