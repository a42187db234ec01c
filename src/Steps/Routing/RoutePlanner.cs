using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Compares what points to the functions of a release with what the request wants; changes nothing.</summary>
public sealed class RoutePlanner(RestApis apis, FunctionPolicies policies, TriggerWalk walk)
{
    /// <returns>Nothing but errors when a stage or method of the request does not exist, or cannot be routed.</returns>
    /// <exception cref="TriggersBypassAliasException">Something invokes a function past its alias and is not to be, or cannot be,
    /// adopted.</exception>
    public async Task<RoutingPlan> PlanAsync(ReleaseRequest request, AwsScope place)
    {
        var look = new Look(request, place, await apis.ListAsync(), new LiveRoutes(new LiveApis(apis), policies));
        await PlanRoutesAsync(look);
        if (look.Errors.Count > 0)
            return new RoutingPlan { Errors = look.Errors };
        var found = await walk.FindAsync(request, place, look.All, look.Live, look.Routes);
        Refuse(request, found.Bypassing);
        var triggers = found.Bypassing.Select(t => t.Adoptable!).ToList();

        var permissions = new RoutePermissions(look.Live, request, place, look.All);
        var (wanted, stale) = await permissions.PlanAsync(look.Routes, look.Readable);
        return new RoutingPlan
        {
            Routes = look.Routes,
            Statements = wanted,
            StaleStatements = stale,
            Triggers = triggers,
            Warnings = [.. look.Warnings, .. found.Warnings],
            Risks = look.Risks,
            Errors = await permissions.CheckLengthAsync(wanted, triggers),
        };
    }

    private static void Refuse(ReleaseRequest request, IReadOnlyList<BypassingTrigger> bypassing)
    {
        var refused = bypassing.Where(t => !request.Adopt || t.Adoptable is null).ToList();
        if (refused.Count > 0)
            throw new TriggersBypassAliasException(
                $"{refused.Count} {(refused.Count == 1 ? "trigger bypasses" : "triggers bypass")} the alias {request.Alias}; new code would get {(refused.Count == 1 ? "its" : "their")} calls untested:\n"
                    + string.Join("\n", refused.Select(t => "- " + t))
            );
    }

    private static async Task PlanRoutesAsync(Look look)
    {
        var planned = new List<(RestApi Api, ApiRequest Wanted)>();
        for (var i = 0; i < look.Request.Api.Count; i++)
        {
            var wanted = look.Request.Api[i];
            var found = look.All.Where(a => wanted.Id is null ? a.Name == wanted.Name : a.Id == wanted.Id).ToList();
            if (found.Count == 0)
            {
                look.Warnings.Add($"{wanted.Label()} does not exist; its routes were left out: {string.Join(", ", wanted.Routes)}");
            }
            else if (found.Count > 1)
            {
                look.Error(
                    $"/api/{i}/name",
                    $"{found.Count} APIs have the name \"{wanted.Name}\"; give the id of one: {string.Join(", ", found.Select(a => a.Id))}"
                );
            }
            else
            {
                await PlanApiAsync(look, wanted, found[0].Id, $"/api/{i}");
                planned.Add((found[0], wanted));
            }
        }

        // Once all routes are known: of the stages of one API each publishes the routes of the others too.
        if (look.Errors.Count == 0)
            foreach (var (api, wanted) in planned)
                await FindUndeployedAsync(look, api, wanted);
    }

    private static async Task PlanApiAsync(Look look, ApiRequest wanted, string api, string path)
    {
        var stages = await look.Live.Apis.ListStagesAsync(api);
        var stage = stages.FirstOrDefault(s => s.StageName == wanted.Stage);
        if (stage is null)
            look.Error(
                $"{path}/stage",
                $"{wanted.Label()} has no stage \"{wanted.Stage}\"; it has: {string.Join(", ", stages.Select(s => s.StageName))}"
            );
        else
            await ReadServedAsync(look, wanted, api);
        var resources = await look.Live.Apis.ListResourcesAsync(api);
        for (var i = 0; i < wanted.Routes.Count; i++)
        {
            var route = wanted.Routes[i];
            var resource = resources.FirstOrDefault(r => r.Path == route.Path);
            if (resource?.ResourceMethods?.ContainsKey(route.Method) is not true)
                look.Error($"{path}/routes/{i}", $"{wanted.Label()} has no method {route}; create it, or correct method and path");
            else if (stage is not null)
                await PlanRouteAsync(look, wanted, route, api, resource.Id, stages, $"{path}/routes/{i}");
        }

        if (stage?.CanarySettings is not null && look.Routes.Any(r => r.ApiId == api && r.Stage == wanted.Stage && r.Change))
            look.Error(
                $"{path}/stage",
                $"stage \"{wanted.Stage}\" of {wanted.Label()} has a canary release, and API Gateway does not deploy past one; promote or delete the canary, then release"
            );
    }

    private static async Task PlanRouteAsync(
        Look look,
        ApiRequest wanted,
        ApiRoute route,
        string api,
        string resource,
        IReadOnlyList<Stage> stages,
        string path
    )
    {
        var planned = new PlannedRoute(
            api,
            wanted.Label(),
            wanted.Stage,
            resource,
            route.Method,
            route.Path,
            route.Function,
            Change: false
        );
        var alias = look.Request.Alias;
        var differs = await look.Live.DiffersAsync(planned, alias, look.Place);
        var servesOther = look.Readable.Contains(StageName.Of(planned)) && await look.Live.ServesOtherAsync(planned, alias);
        var uri = (await look.Live.Apis.FindIntegrationAsync(api, resource, route.Method))?.Uri;
        var byVariable = StageVariables.In(uri);
        var others = stages.Where(s => s.StageName != wanted.Stage).Select(s => s.StageName).ToList();
        if (differs && byVariable && others.Count > 0)
            look.Error(
                path,
                $"{route} of {wanted.Label()} calls {uri}, which other stages use too ({string.Join(", ", others)}); so it is not rewritten. "
                    + $"Let variable {string.Join(" and ", StageVariables.Names(uri!))} of stage \"{wanted.Stage}\" lead to {route.Function}:{alias}, or give the stage an API of its own"
            );
        look.Routes.Add(planned with { Change = differs || servesOther, ByStageVariable = byVariable && !differs });
    }

    private static async Task ReadServedAsync(Look look, ApiRequest wanted, string api)
    {
        var stage = new StageName(api, wanted.Stage);
        try
        {
            await look.Live.Apis.ServedAsync(api, wanted.Stage);
            look.Readable.Add(stage);
        }
        catch (AmazonAPIGatewayException e)
        {
            look.Unreadable[stage] = e.Message;
        }
    }

    // A deployment publishes the whole API, with what others are still working on.
    private static async Task FindUndeployedAsync(Look look, RestApi api, ApiRequest wanted)
    {
        var stage = new StageName(api.Id, wanted.Stage);
        var routes = look.Routes.Where(r => r.ApiId == api.Id).Select(r => r.Name).ToHashSet();
        if (!look.Routes.Any(r => StageName.Of(r) == stage && r.Change))
        {
            if (look.Unreadable.TryGetValue(stage, out var why))
                look.Warnings.Add($"What stage \"{wanted.Stage}\" of {wanted.Label()} serves could not be read: {why}");
            return;
        }

        var risk = $"undeployed-changes:{wanted.Name ?? wanted.Id}/{wanted.Stage}";
        var deploying = $"The release deploys stage \"{wanted.Stage}\" of {wanted.Label()}";
        if (look.Unreadable.TryGetValue(stage, out var problem))
        {
            look.Risks.Add(
                new PlannedRisk(
                    risk,
                    $"{deploying}, and whether that publishes changes of others is not known: what the stage serves could not be read ({problem})"
                )
            );
            return;
        }

        var edited = await look.Live.Apis.EditedAsync(api);
        var served = await look.Live.Apis.ServedAsync(api.Id, wanted.Stage);
        if (edited.DifferencesTo(served, routes.Contains) is { Count: > 0 } changes)
            look.Risks.Add(
                new PlannedRisk(
                    risk,
                    $"{deploying}, which publishes {changes.Count} other {(changes.Count == 1 ? "change" : "changes")} of the API: {string.Join("; ", changes)}. Deploy or undo {(changes.Count == 1 ? "it" : "them")} first"
                )
            );
    }

    /// <summary>One look at the APIs of a request, and what it finds.</summary>
    private sealed record Look(ReleaseRequest Request, AwsScope Place, IReadOnlyList<RestApi> All, LiveRoutes Live)
    {
        public List<RequestError> Errors { get; } = [];

        public List<string> Warnings { get; } = [];

        public List<PlannedRisk> Risks { get; } = [];

        public List<PlannedRoute> Routes { get; } = [];

        public HashSet<StageName> Readable { get; } = [];

        public Dictionary<StageName, string> Unreadable { get; } = [];

        public void Error(string path, string problem) => Errors.Add(new RequestError(path, problem));
    }
}

public sealed record RoutingPlan
{
    public IReadOnlyList<PlannedRoute> Routes { get; init; } = [];

    public IReadOnlyList<PlannedStatement> Statements { get; init; } = [];

    public IReadOnlyList<StaleStatement> StaleStatements { get; init; } = [];

    public IReadOnlyList<PlannedTrigger> Triggers { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<PlannedRisk> Risks { get; init; } = [];

    /// <summary>What of the request can never be routed.</summary>
    public IReadOnlyList<RequestError> Errors { get; init; } = [];
}
