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
    LambdaFunctions functions,
    LambdaAliases aliases,
    TrafficPlan traffic,
    RoutePlanner routes,
    MonitoringPlanner monitoring,
    FunctionOwners owners,
    EnvironmentSeal seal,
    StepSettings settings
)
{
    private const int AtOnce = 8;

    /// <exception cref="RisksNotAcceptedException">The release may do harm that the request does not accept.</exception>
    /// <exception cref="TriggersBypassAliasException">Something invokes a function past its alias.</exception>
    [LambdaFunction]
    public async Task<PlannedRelease> PlanRelease(ReleaseInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var current = await ledger.FindCurrentAsync(input.Release);
        var manifest = current is null ? null : await bucket.FindManifestAsync(current);
        var plannedLayers = await Concurrently.SelectAsync(
            plan.Request.Layers,
            AtOnce,
            l => PlanLayerAsync(l, manifest?.Layers.FirstOrDefault(live => live.Name == l.Name)?.VersionArn)
        );
        var owner = FunctionOwner.Of(input.Release, settings);
        var plannedFunctions = await Concurrently.SelectAsync(
            plan.Request.Functions,
            AtOnce,
            f => PlanFunctionAsync(f, plan.Request.Alias, plannedLayers, owner)
        );
        var risks = new List<PlannedRisk>();
        risks.AddRange(await owners.FindRisksAsync(plan, plannedFunctions));
        risks.AddRange(SwitchedOffFunctions.FindRisks(plannedFunctions));
        var routing = await routes.PlanAsync(plan.Request, AwsScope.Of(input.Release));
        var watching = await monitoring.PlanAsync(plan.Request, manifest?.LogGroups ?? []);
        AdoptableTriggers.Check(routing.Triggers, settings);
        plan = plan with
        {
            Release = input.Release,
            Layers = plannedLayers,
            Functions = plannedFunctions,
            Probes = ProbePlan.For(plan.Request, plannedFunctions, plannedLayers, ProbePrefix(input.Release)),
            Alarms = await traffic.CheckAsync(plan.Request, plannedFunctions),
            Routes = routing.Routes,
            Triggers = routing.Triggers,
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

    private async Task<PlannedLayer> PlanLayerAsync(LayerRequest layer, string? liveArn)
    {
        var found = await layers.FindAsync(layer, liveArn);
        return new PlannedLayer(layer.Name, Publish: found is null, found);
    }

    private async Task<PlannedFunction> PlanFunctionAsync(
        FunctionRequest function,
        string alias,
        IReadOnlyList<PlannedLayer> plannedLayers,
        FunctionOwner owner
    )
    {
        if (await functions.FindReadyOwnedAsync(function.Name) is not { } found)
            return new PlannedFunction(function.Name, FunctionChange.Create, ["does not exist yet"], LiveVersion: null);
        var planned = await PlanUpdateAsync(function, found.Configuration, alias, plannedLayers);
        return planned with { Claim = found.Owner != owner, Owner = found.Owner?.ToString(), IsSwitchedOff = found.IsSwitchedOff };
    }

    private async Task<PlannedFunction> PlanUpdateAsync(
        FunctionRequest function,
        FunctionConfiguration latest,
        string alias,
        IReadOnlyList<PlannedLayer> plannedLayers
    )
    {
        if (await aliases.FindAsync(function.Name, alias) is not { } live)
            return new PlannedFunction(function.Name, FunctionChange.Update, [$"has no alias {alias} yet"], LiveVersion: null);

        var reasons = await FindReasonsAsync(function, LambdaAliases.TargetOf(live), plannedLayers);
        if ((latest.Description ?? "") != (function.Description ?? ""))
            reasons.Add("description");
        return new PlannedFunction(
            function.Name,
            reasons.Count == 0 ? FunctionChange.None : FunctionChange.Update,
            reasons,
            live.FunctionVersion
        );
    }

    private async Task<List<string>> FindReasonsAsync(
        FunctionRequest function,
        AliasTarget target,
        IReadOnlyList<PlannedLayer> plannedLayers
    )
    {
        var version = await functions.FindAsync(function.Name, target.Version);
        if (version is null)
            return [$"version {target.Version} is gone"];
        var reasons = new List<string>();
        if (CodeIdentity.Of(version) != CodeIdentity.Of(function))
            reasons.Add("code");
        // A layer that is still to be published has no ARN yet, so it differs from any that is live.
        var arns = function.Layers.Select(name =>
            plannedLayers.FirstOrDefault(l => l.Name == name) is { } layer ? layer.VersionArn ?? $"{name} (new version)" : name
        );
        reasons.AddRange(FunctionSettings.Of(function, [.. arns]).DifferencesTo(await FunctionSettings.OfAsync(version, seal)));
        if (target.Weights.Count > 0)
            reasons.Add("the alias is split between versions");
        return reasons;
    }
}
