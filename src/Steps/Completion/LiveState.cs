using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Layers;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Reads what is live and compares it with what a release wanted.</summary>
public sealed class LiveState(
    ReleaseLedger ledger,
    ReleasedLayers layers,
    LambdaLayers layerVersions,
    LambdaFunctions functions,
    LambdaAliases aliases,
    EnvironmentSeal seal,
    LiveIntegrations integrations
)
{
    /// <exception cref="ReleaseNotLiveException">With every difference.</exception>
    public async Task<Manifest> ReadAsync(ReleasePlan plan, DateTimeOffset now)
    {
        var (differences, warnings) = (new List<string>(), new List<string>(plan.Warnings));
        var liveFunctions = new List<ManifestFunction>();
        foreach (var planned in plan.Functions)
            if (await ReadAsync(plan, planned, differences, warnings) is { } function)
                liveFunctions.Add(function);
        var liveLayers = new List<ManifestLayer>();
        foreach (var planned in plan.Layers)
            if (await ReadAsync(plan, planned, differences) is { } layer)
                liveLayers.Add(layer);
        var routes = await integrations.ReadAsync(plan, differences);
        if (differences.Count > 0)
            throw new ReleaseNotLiveException(
                $"Release {plan.Release.Id} is not what is live:\n{string.Join("\n", differences.Select(d => "- " + d))}"
            );

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
            Warnings = warnings,
            AwsPackages = AwsPackages.Used,
            Previous = plan.Previous,
        };
    }

    private async Task<ManifestLayer?> ReadAsync(ReleasePlan plan, PlannedLayer planned, List<string> differences)
    {
        var arn = await layers.ResolveAsync(plan, planned);
        var version = await layerVersions.ReadAsync(arn);
        if (version?.Fits(plan.Request.Layer(planned.Name)) == true)
            return new ManifestLayer(planned.Name, arn, version.CodeSha256, planned.Publish);
        differences.Add(version is null ? $"{arn} does not exist any more" : $"{arn} has other content than the release");
        return null;
    }

    private async Task<ManifestFunction?> ReadAsync(
        ReleasePlan plan,
        PlannedFunction planned,
        List<string> differences,
        List<string> warnings
    )
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
        if (version is not null && planned.Change != FunctionChange.None)
            await WarnOfEditAsync(version, warnings);
        return version is null || differences.Count > before
            ? null
            : new ManifestFunction(
                planned.Name,
                target.Version,
                planned.LiveVersion,
                version.CodeSha256,
                wanted.Layers,
                planned.Change != FunctionChange.None
            );
    }

    // What lies in $LATEST now was not there when the version was published from it.
    private async Task WarnOfEditAsync(FunctionConfiguration version, List<string> warnings)
    {
        if (await functions.FindAsync(version.FunctionName) is not { } latest)
            return;
        var (present, published) = (await FunctionContent.OfAsync(latest, seal), await FunctionContent.OfAsync(version, seal));
        var edits = FunctionDifferences.Between(present, published);
        if (edits.Count > 0)
            warnings.Add(
                $"$LATEST of {version.FunctionName} was changed outside the release after version {version.Version} was published: "
                    + $"{FunctionDifferences.Describe(edits, present, published)}. No release has that; the next one asks before it overwrites it."
            );
    }
}
