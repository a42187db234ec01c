using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Compares what points to the functions of a release with what the request wants; changes nothing.</summary>
public sealed class RoutePlanner(RestApis apis, FunctionPolicies permissions, TriggerWalk walk)
{
    /// <exception cref="InvalidReleaseRequestException">A stage or method of the request does not exist.</exception>
    /// <exception cref="TriggersBypassAliasException">Something invokes a function past its alias and is not to be, or cannot be,
    /// adopted.</exception>
    public async Task<RoutingPlan> PlanAsync(ReleaseRequest request, AwsScope place)
    {
        var warnings = new List<string>();
        var all = await apis.ListAsync();
        var live = new LiveRoutes(new ApiPaths(apis), permissions);
        var routes = await PlanRoutesAsync(request, all, live, place, warnings);
        var bypassing = await walk.FindAsync(request, place, all, live.Paths, routes, warnings);
        var refused = bypassing.Where(t => !request.Adopt || t.Adoptable is null).ToList();
        if (refused.Count > 0)
            throw new TriggersBypassAliasException(
                $"{refused.Count} {(refused.Count == 1 ? "trigger bypasses" : "triggers bypass")} the alias {request.Alias}; new code would get {(refused.Count == 1 ? "its" : "their")} calls untested:\n"
                    + string.Join("\n", refused.Select(t => "- " + t))
            );
        return new RoutingPlan(routes, [.. bypassing.Select(t => t.Adoptable!)], warnings);
    }

    private async Task<IReadOnlyList<PlannedRoute>> PlanRoutesAsync(
        ReleaseRequest request,
        IReadOnlyList<RestApi> all,
        LiveRoutes live,
        AwsScope place,
        List<string> warnings
    )
    {
        var (errors, routes) = (new List<RequestError>(), new List<PlannedRoute>());
        for (var i = 0; i < request.Api.Count; i++)
        {
            var wanted = request.Api[i];
            var found = all.Where(a => wanted.Id is null ? a.Name == wanted.Name : a.Id == wanted.Id).ToList();
            if (found.Count == 0)
                warnings.Add($"{wanted.Label()} does not exist; its routes were left out: {string.Join(", ", wanted.Routes)}");
            else if (found.Count > 1)
                errors.Add(
                    new RequestError(
                        $"/api/{i}/name",
                        $"{found.Count} APIs have the name \"{wanted.Name}\"; give the id of one: {string.Join(", ", found.Select(a => a.Id))}"
                    )
                );
            else
                routes.AddRange(await PlanApiAsync(request, wanted, found[0].Id, $"/api/{i}", live, place, errors));
        }

        return errors.Count == 0 ? routes : throw new InvalidReleaseRequestException(errors);
    }

    private async Task<IReadOnlyList<PlannedRoute>> PlanApiAsync(
        ReleaseRequest request,
        ApiRequest wanted,
        string api,
        string path,
        LiveRoutes live,
        AwsScope place,
        List<RequestError> errors
    )
    {
        var stages = await apis.ListStagesAsync(api);
        if (!stages.Contains(wanted.Stage))
            errors.Add(
                new RequestError($"{path}/stage", $"{wanted.Label()} has no stage \"{wanted.Stage}\"; it has: {string.Join(", ", stages)}")
            );
        var resources = await live.Paths.ListAsync(api);
        var routes = new List<PlannedRoute>();
        for (var i = 0; i < wanted.Routes.Count; i++)
        {
            var route = wanted.Routes[i];
            var resource = resources.FirstOrDefault(r => r.Path == route.Path);
            if (resource?.ResourceMethods?.ContainsKey(route.Method) is not true)
            {
                errors.Add(
                    new RequestError($"{path}/routes/{i}", $"{wanted.Label()} has no method {route}; create it, or correct method and path")
                );
                continue;
            }

            var planned = new PlannedRoute(
                api,
                wanted.Label(),
                wanted.Stage,
                resource.Id,
                route.Method,
                route.Path,
                route.Function,
                Change: true
            );
            routes.Add(planned with { Change = await live.DiffersAsync(planned, request.Alias, place) });
        }

        return routes;
    }
}

public sealed record RoutingPlan(
    IReadOnlyList<PlannedRoute> Routes,
    IReadOnlyList<PlannedTrigger> Triggers,
    IReadOnlyList<string> Warnings
);
