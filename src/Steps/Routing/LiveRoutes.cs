using System.Collections.Concurrent;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Routes as they are now, for one look at them: each API and each policy is read once, however many routes there are.</summary>
public sealed class LiveRoutes(LiveApis apis, FunctionPolicies policies)
{
    private readonly ConcurrentDictionary<AliasName, Lazy<Task<FunctionPolicy>>> _policies = new();

    public LiveApis Apis => apis;

    /// <summary>Whether a route, as the API is edited now, leads anywhere but to the alias in its stage.</summary>
    public async Task<bool> DiffersAsync(PlannedRoute route, string alias, AwsScope place)
    {
        var integration = await apis.FindIntegrationAsync(route.ApiId, route.ResourceId, route.Method);
        if (integration is null)
            return true;
        var uri = await FillAsync(route.ApiId, route.Stage, integration.Uri);
        return !IntegrationState.PointsTo(integration, uri, place.Integration(route.Function, alias));
    }

    /// <summary>Whether the deployment that the stage serves leads a route anywhere but to the alias.</summary>
    public async Task<bool> ServesOtherAsync(PlannedRoute route, string alias)
    {
        var served = (await apis.ServedAsync(route.ApiId, route.Stage)).UriOf(route.Name);
        return FunctionArn.Find(await FillAsync(route.ApiId, route.Stage, served)) != new FunctionArn(route.Function, alias);
    }

    /// <summary>A URI as a stage sees it.</summary>
    public async Task<string?> FillAsync(string api, string stage, string? uri) =>
        StageVariables.In(uri) ? StageVariables.Fill(uri, (await apis.FindStageAsync(api, stage))?.Variables) : uri;

    /// <summary>Whether the policy of the alias must let the API invoke it: an integration with a role needs no statement.</summary>
    public async Task<bool> NeedsPermissionAsync(PlannedRoute route)
    {
        var integration = await apis.FindIntegrationAsync(route.ApiId, route.ResourceId, route.Method);
        return integration is not { Type.Value: IntegrationState.Proxy, Credentials.Length: > 0 };
    }

    public Task<FunctionPolicy> PolicyAsync(AliasName name) =>
        _policies.GetOrAdd(name, n => new(() => policies.ReadStatementsAsync(n.Function, n.Alias))).Value;

    public async Task<bool> PermitsAsync(PlannedStatement permission, string alias) =>
        (await PolicyAsync(new AliasName(permission.Function, alias))).Statements.Contains(
            PermissionStatement.For(PermissionStatement.Apis, permission.SourceArn)
        );
}
