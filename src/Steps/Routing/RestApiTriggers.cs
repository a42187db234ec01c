using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Integrations and Lambda authorizers of REST APIs. Every API of the account is read: one that invokes with a role of its own leaves
/// no trace in the function's policy.
/// </summary>
internal static class RestApiTriggers
{
    /// <param name="routes">Routes that the release points to the alias anyway.</param>
    public static Task<IReadOnlyList<BypassingTrigger>> FindAsync(
        Walk walk,
        IReadOnlyList<RestApi> all,
        LiveApis apis,
        IReadOnlyList<PlannedRoute> routes
    ) =>
        Walk.EachAsync(
            all,
            async api =>
            {
                var found = new List<BypassingTrigger>();
                foreach (var resource in await apis.ListResourcesAsync(api.Id))
                foreach (var (name, method) in resource.ResourceMethods ?? [])
                    if (!IsRewritten(routes, api.Id, resource.Id, name))
                        found.AddRange(
                            await FindAsync(
                                walk,
                                apis,
                                api,
                                $"{name} {resource.Path}",
                                method?.MethodIntegration?.Uri,
                                "name the route under \"api\" in the request, or point the integration"
                            )
                        );
                foreach (var authorizer in await apis.ListAuthorizersAsync(api.Id))
                    found.AddRange(
                        await FindAsync(
                            walk,
                            apis,
                            api,
                            $"authorizer \"{authorizer.Name}\"",
                            authorizer.AuthorizerUri,
                            "point the authorizer"
                        )
                    );
                return found;
            }
        );

    // What leads to the alias by a variable in one stage may lead elsewhere in others.
    private static bool IsRewritten(IReadOnlyList<PlannedRoute> routes, string api, string resource, string method) =>
        routes.Any(r => r.ApiId == api && r.ResourceId == resource && r.Method == method && !r.ByStageVariable);

    private static async Task<IEnumerable<BypassingTrigger>> FindAsync(
        Walk walk,
        LiveApis apis,
        RestApi api,
        string part,
        string? uri,
        string pointing
    )
    {
        var where = $"{part} of API \"{api.Name}\" ({api.Id})";
        if (!StageVariables.In(uri))
            return walk.Bypasses(uri) is { } target
                ? [walk.ForPeople(where, target, $"{pointing} to {walk.AliasOf(target)} and deploy the API")]
                : [];
        return from stage in await apis.ListStagesAsync(api.Id)
            from variables in VariablesOf(stage)
            let target = walk.Bypasses(StageVariables.Fill(uri, variables))
            where target is not null
            select walk.ForPeople(
                $"{where}, by the variables of stage \"{stage.StageName}\" ({Values(uri!, variables)}),",
                target,
                $"let the variables lead to {walk.AliasOf(target)}"
            );
    }

    // Calls of a stage get its own, or those of its canary.
    private static IEnumerable<IReadOnlyDictionary<string, string>> VariablesOf(Stage stage)
    {
        var own = stage.Variables ?? [];
        yield return own;
        if (stage.CanarySettings?.StageVariableOverrides is { Count: > 0 } overrides)
            yield return new Dictionary<string, string>(own.Where(v => !overrides.ContainsKey(v.Key)).Concat(overrides));
    }

    private static string Values(string uri, IReadOnlyDictionary<string, string> variables) =>
        string.Join(", ", StageVariables.Names(uri).Select(name => $"{name} = {variables.GetValueOrDefault(name)}"));
}
