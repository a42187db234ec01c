using Amazon.Lambda.Annotations;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Routing;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Compares the request with what is live and writes down what will be changed. Runs under the lock, so nothing else moves meanwhile.
/// </summary>
public sealed class PlanReleaseStep(
    ReleaseBucket bucket,
    ReleaseLedger ledger,
    LambdaLayers layers,
    FunctionPlanner functions,
    PackageSizes sizes,
    TrafficPlan traffic,
    RoutePlanner routes,
    MonitoringPlanner monitoring,
    FunctionOwners owners,
    StepSettings settings
)
{
    private const int AtOnce = 8;

    /// <exception cref="InvalidReleaseRequestException">A package is too large, a layer is not to be had, or Lambda would not split an
    /// alias.</exception>
    /// <exception cref="RisksNotAcceptedException">The release may do harm that the request does not accept.</exception>
    /// <exception cref="TriggersBypassAliasException">Something invokes a function past its alias.</exception>
    [LambdaFunction]
    public async Task<PlannedRelease> PlanRelease(ReleaseInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var current = await ledger.FindCurrentAsync(input.Release);
        var manifest = current is null ? null : await bucket.FindManifestAsync(current);
        var shelf = new LayerShelf(layers);
        var plannedLayers = await Concurrently.SelectAsync(
            plan.Request.Layers,
            AtOnce,
            l => PlanLayerAsync(l, manifest?.Layers.FirstOrDefault(live => live.Name == l.Name)?.VersionArn, shelf)
        );
        var owner = FunctionOwner.Of(input.Release, settings);
        var functionPlans = await Concurrently.SelectAsync(
            plan.Request.Functions,
            AtOnce,
            f => functions.PlanAsync(f, plan.Request.Alias, owner, plannedLayers, shelf)
        );
        IReadOnlyList<PlannedFunction> plannedFunctions = [.. functionPlans.Select(f => f.Function)];
        var routing = await routes.PlanAsync(plan.Request, AwsScope.Of(input.Release));
        List<RequestError> errors =
        [
            .. await sizes.FindErrorsAsync(plan, plannedLayers, plannedFunctions, shelf),
            .. await owners.FindErrorsAsync(plan, plannedFunctions),
            .. routing.Errors,
            .. AdoptableTriggers.FindErrors(routing.Triggers, settings),
        ];
        if (errors.Count > 0)
            throw new InvalidReleaseRequestException(errors);
        PlannedRisk[] risks =
        [
            .. functionPlans.SelectMany(f => f.Risks),
            .. FunctionOwners.FindRisks(plannedFunctions),
            .. SwitchedOffFunctions.FindRisks(plannedFunctions),
            .. routing.Risks,
        ];
        var watching = await monitoring.PlanAsync(plan.Request, manifest?.LogGroups ?? []);
        plan = plan with
        {
            Release = input.Release,
            Layers = plannedLayers,
            Functions = plannedFunctions,
            Probes = ProbePlan.For(plan.Request, plannedFunctions, plannedLayers, ProbePrefix(input.Release)),
            Alarms = await traffic.CheckAsync(plan.Request, plannedFunctions),
            Routes = routing.Routes,
            Statements = routing.Statements,
            StaleStatements = routing.StaleStatements,
            Triggers = routing.Triggers,
            NotSeen = plan.Request.Functions.Count > 0 ? TriggerWalk.NotSeen : null,
            Monitoring = watching.Changes,
            KeptMonitoring = watching.Kept,
            NewLogGroups = watching.NewLogGroups,
            LogGroups = watching.OwnLogGroups,
            Warnings =
            [
                .. routing.Warnings,
                .. watching.Warnings,
                .. SwitchedOffFunctions.FindWarnings(plannedFunctions),
                .. Risks.Accept(plan.Request, risks),
            ],
            Previous = current?.Id,
        };
        if (plan.HasChanges && FunctionOwners.DescribeClaims(plannedFunctions, owner) is { } claims)
            plan = plan with { Warnings = [.. plan.Warnings, claims] };
        await bucket.WritePlanAsync(plan);
        return new PlannedRelease
        {
            HasChanges = plan.HasChanges,
            Adopt = [.. plan.Functions.Where(f => f.Adopt || f.Claim).Select(f => f.Name)],
            Layers = [.. plan.Layers.Where(l => l.Publish).Select(l => l.Name)],
            Probes = [.. plan.Probes.Select(p => p.Name)],
            Functions = [.. plan.ChangedFunctions.Select(f => new ChangedFunction(f.Name, f.Change == FunctionChange.Create))],
            Checks = CheckBatches.Of(plan),
            EndToEndTests = [.. plan.Request.EndToEndTests.Select(t => t.Name)],
        };
    }

    // Two releases never share a probe, and the name stays short whatever the release is called.
    private string ProbePrefix(ReleaseReference release) => $"{settings.TargetPrefix}probe-{Sha256.Of(release.ExecutionArn).Prefix(8)}-";

    // A failed release may have published others since the live one.
    private async Task<PlannedLayer> PlanLayerAsync(LayerRequest layer, string? liveArn, LayerShelf shelf)
    {
        var found =
            liveArn is not null && await shelf.FindAsync(liveArn) is { } live && live.Fits(layer)
                ? liveArn
                : await layers.FindNewestAsync(layer, shelf.FindAsync);
        return new PlannedLayer(layer.Name, Publish: found is null, found);
    }
}
