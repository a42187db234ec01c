using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Layers;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Reads what is live and compares it with what a release wanted.</summary>
public sealed class LiveState(
    ReleaseLedger ledger,
    ReleasedLayers layers,
    LambdaFunctions functions,
    LambdaAliases aliases,
    EnvironmentSeal seal,
    LiveIntegrations integrations
)
{
    /// <exception cref="ReleaseNotLiveException">With every difference.</exception>
    public async Task<Manifest> ReadAsync(ReleasePlan plan, DateTimeOffset now)
    {
        var differences = new List<string>();
        var liveFunctions = new List<ManifestFunction>();
        foreach (var planned in plan.Functions)
            if (await ReadAsync(plan, planned, differences) is { } function)
                liveFunctions.Add(function);
        var routes = await integrations.ReadAsync(plan, differences);
        if (differences.Count > 0)
            throw new ReleaseNotLiveException(
                $"Release {plan.Release.Id} is not what is live:\n{string.Join("\n", differences.Select(d => "- " + d))}"
            );

        var liveLayers = new List<ManifestLayer>();
        foreach (var layer in plan.Layers)
        {
            var code = plan.Request.Layer(layer.Name).Artifact.Digest;
            liveLayers.Add(new ManifestLayer(layer.Name, await layers.ResolveAsync(plan, layer), code.Base64, layer.Publish));
        }

        var proofs = new List<ManifestProof>();
        foreach (var probe in plan.Probes)
        {
            var ranOn = await ledger.FindProofAsync(plan.Release, probe.Name);
            proofs.Add(new ManifestProof(probe.Name, probe.Layers, probe.Runtime, probe.Architecture, ranOn));
        }

        return new Manifest
        {
            Id = plan.Release.Id,
            Application = plan.Release.Application,
            Environment = plan.Release.Environment,
            ExecutionArn = plan.ExecutionArn,
            StartedAt = plan.StartedAt,
            CompletedAt = now,
            RequestedBy = plan.Request.RequestedBy,
            Reason = plan.Request.Reason,
            Alias = plan.Request.Alias,
            Layers = liveLayers,
            Functions = liveFunctions,
            Routes = routes,
            Proofs = proofs,
            LogGroups = plan.LogGroups,
            Warnings = plan.Warnings,
            AwsPackages = AwsPackages.Used,
            Previous = plan.Previous,
        };
    }

    private async Task<ManifestFunction?> ReadAsync(ReleasePlan plan, PlannedFunction planned, List<string> differences)
    {
        var before = differences.Count;
        var alias = await aliases.FindAsync(planned.Name, plan.Request.Alias);
        if (alias is null)
        {
            differences.Add($"{planned.Name} has no alias {plan.Request.Alias}");
            return null;
        }

        var target = LambdaAliases.TargetOf(alias);
        var expected = planned.Change == FunctionChange.None ? planned.LiveVersion : await ledger.VersionAsync(plan.Release, planned.Name);
        if (target.Version != expected || target.Weights.Count > 0)
            differences.Add(
                $"{planned.Name}:{plan.Request.Alias} points to {target.Version}{(target.Weights.Count > 0 ? " and others" : "")}, expected {expected} alone"
            );

        var version = await functions.FindAsync(planned.Name, target.Version);
        var request = plan.Request.Function(planned.Name);
        var wanted = FunctionSettings.Of(request, await layers.ResolveAsync(plan, request.Layers));
        if (version is null || CodeIdentity.Of(version) != CodeIdentity.Of(request))
            differences.Add($"{planned.Name} version {target.Version} has other code than the release");
        else if (wanted.DifferencesTo(await FunctionSettings.OfAsync(version, seal)) is { Count: > 0 } settings)
            differences.Add($"{planned.Name} version {target.Version} differs from the release in {string.Join(", ", settings)}");
        return differences.Count > before
            ? null
            : new ManifestFunction(
                planned.Name,
                target.Version,
                planned.LiveVersion,
                request.Artifact.Digest.Base64,
                wanted.Layers,
                planned.Change != FunctionChange.None
            );
    }
}
