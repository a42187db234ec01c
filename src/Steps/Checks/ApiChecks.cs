using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>REST APIs: the stage is there, the method points to the function's alias, and the API may invoke it.</summary>
public sealed class ApiChecks(RestApis apis, FunctionPolicies policies) : ICheckSuite
{
    public string Kind => CheckSubjects.Apis;

    public async Task RunAsync(CheckScope scope, CheckLog log)
    {
        foreach (var api in CheckBatches.Slice(Kind, scope.Number, scope.Routes))
        {
            var component = $"api:{api.Name} of {api.Api}";
            await log.CheckAsync(CheckCatalog.ApiStage, component, () => StageAsync(api));
            var integration = new AsyncLazy<IntegrationState?>(() => apis.FindIntegrationAsync(api.ApiId, api.ResourceId, api.Method));
            await log.CheckAsync(CheckCatalog.ApiRouted, component, () => RoutedAsync(api, integration, scope));
            await log.CheckAsync(CheckCatalog.ApiAllowed, component, () => AllowedAsync(api, integration, scope));
        }
    }

    private async Task<Finding> StageAsync(PlannedRoute api)
    {
        var stage = await apis.FindStageAsync(api.ApiId, api.Stage);
        return stage is null
            ? Finding.Failed($"API {api.ApiId} has no stage {api.Stage}", "absent", api.Stage)
            : Finding.Passed($"stage {api.Stage} has deployment {stage.DeploymentId}", stage.StageName, api.Stage);
    }

    private async Task<Finding> RoutedAsync(PlannedRoute api, AsyncLazy<IntegrationState?> integration, CheckScope scope)
    {
        if (scope.PendingFunctions.Contains(api.Function))
            return Finding.Skipped("this release creates the function");
        var uri = (await integration.Value)?.Uri;
        if (StageVariables.In(uri))
            uri = StageVariables.Fill(uri, (await apis.FindStageAsync(api.ApiId, api.Stage))?.Variables);
        var holds = FunctionArn.Find(uri) == new FunctionArn(api.Function, scope.Alias);
        return Finding.Of(
            holds,
            uri is null ? $"{api.Method} {api.Path} has no integration" : $"{api.Method} {api.Path} points to {uri}",
            uri ?? "nothing",
            $"{api.Function}:{scope.Alias}"
        );
    }

    private async Task<Finding> AllowedAsync(PlannedRoute api, AsyncLazy<IntegrationState?> integration, CheckScope scope)
    {
        if (scope.PendingFunctions.Contains(api.Function))
            return Finding.Skipped("this release creates the function");
        if ((await integration.Value)?.Credentials is { Length: > 0 } role)
            return Finding.Skipped($"the API invokes it with role {role}");
        var policy = await policies.ReadAsync(api.Function, scope.Alias);
        var called = $"arn:aws:execute-api:region:account:{api.ApiId}/{api.Stage}/{api.Method}{api.Path}";
        var allowed = policy.Statements.Any(s =>
            s.IsAllow
            && s.Principals.Contains("apigateway.amazonaws.com")
            && (s.Sources.Count == 0 || s.Sources.Any(source => PolicyStatement.Matches(Anywhere(source), called)))
        );
        return Finding.Of(
            allowed,
            allowed
                ? $"the API may invoke {api.Function}:{scope.Alias}"
                : $"the policy of {api.Function}:{scope.Alias} does not let the API invoke it"
        );
    }

    // Partition, region and account of the source are those of the API, which are this step's.
    private static string Anywhere(string source) =>
        source.Split(':', 6) is [_, _, var service, _, _, var rest] ? $"arn:aws:{service}:region:account:{rest}" : source;
}
