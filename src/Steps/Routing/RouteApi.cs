using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Leads API routes, and triggers that are adopted, to the aliases. Runs while the aliases still mean the old code, and once more
/// after the traffic shift for functions that are new: before it they have no alias, and their callers keep what they had.
/// </summary>
public sealed class RouteApiStep(
    ReleaseBucket bucket,
    PermissionResource permission,
    IntegrationResource integration,
    StageDeploymentResource stage,
    IEnumerable<ITriggerResource> triggers,
    Changes changes
)
{
    [LambdaFunction]
    public async Task<ItemResult> RouteApi(RouteApiInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var pass = new Pass(plan, input.Release, AwsScope.Of(input.Release), input.NewFunctions);
        var routes = plan.Routes.Where(r => r.Change && pass.Includes(r.Function)).ToList();
        var adopted = input.NewFunctions ? [] : plan.Triggers;
        foreach (var permitted in plan.Statements.Where(p => p.Change && pass.Includes(p.Function)))
            await PermitAsync(pass, permitted.Function, PermissionStatement.For(PermissionStatement.Apis, permitted.SourceArn));
        foreach (var route in routes.Where(r => !r.ByStageVariable))
            await RouteAsync(pass, route);
        foreach (var served in routes.Select(StageName.Of).Distinct())
            await changes.ApplyAsync(pass.Release, await stage.DeployAsync(pass.Switching, served, pass.Description));
        foreach (var trigger in plan.Triggers.Where(t => t.SourceArn is not null && pass.Includes(t.Function)))
            await PermitAsync(pass, trigger.Function, PermissionStatement.For("events.amazonaws.com", trigger.SourceArn!));
        // Also those of functions that are new: until there is an alias they reach nothing, and never unproven code.
        foreach (var trigger in adopted)
            await AdoptAsync(pass, trigger);
        foreach (var stale in input.NewFunctions ? [] : plan.StaleStatements)
            await changes.ApplyAsync(
                pass.Release,
                permission.Remove(JournalPhase.Tidying, new AliasName(stale.Function, pass.Alias), stale.Statement)
            );
        return new ItemResult(plan.Request.Alias, $"{routes.Count} API routes and {adopted.Count} triggers point at the alias now");
    }

    private async Task RouteAsync(Pass pass, PlannedRoute route)
    {
        var uri = pass.Place.Integration(route.Function, pass.Alias);
        await changes.ApplyAsync(pass.Release, integration.PointTo(pass.Routing, MethodName.Of(route), uri));
    }

    private async Task AdoptAsync(Pass pass, PlannedTrigger planned)
    {
        var trigger = triggers.First(t => t.Trigger == planned.Kind);
        var arn = pass.Place.Function(planned.Function, pass.Alias);
        await changes.ApplyAsync(pass.Release, trigger.PointTo(pass.Switching, planned.Name, arn));
    }

    private Task<bool> PermitAsync(Pass pass, string function, PermissionStatement statement) =>
        changes.ApplyAsync(pass.Release, permission.Permit(pass.Routing, new AliasName(function, pass.Alias), statement));

    /// <param name="NewFunctions">Whether it is the turn of the functions that this release created, or of all others.</param>
    private sealed record Pass(ReleasePlan Plan, ReleaseReference Release, AwsScope Place, bool NewFunctions)
    {
        public string Alias => Plan.Request.Alias;

        public JournalPhase Routing => NewFunctions ? JournalPhase.NewRouting : JournalPhase.Routing;

        public JournalPhase Switching => NewFunctions ? JournalPhase.NewSwitching : JournalPhase.Switching;

        public string Description => $"Release {Release.Id}{(NewFunctions ? ", new functions" : "")}";

        public bool Includes(string function) =>
            NewFunctions == (Plan.Functions.FirstOrDefault(f => f.Name == function)?.Change == FunctionChange.Create);
    }
}
