using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers.Probes;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>
/// Makes an ephemeral function with the layers of one planned probe. Should nobody else delete it, a rollback does: it stands in the
/// journal.
/// </summary>
public sealed class CreateProbeStep(
    ReleaseBucket bucket,
    Changes changes,
    FunctionExistence existence,
    LambdaFunctions functions,
    ReleasedLayers layers,
    ProbeSettings settings
)
{
    [LambdaFunction]
    public async Task<ItemResult> CreateProbe(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var probe = plan.Probes.First(p => p.Name == input.Name);
        await existence.EnsureAbsentOrOwnedAsync(probe.Name, input.Release);
        var created = await changes.ApplyAsync(
            input.Release,
            existence.Creation(
                JournalPhase.Probes,
                probe.Name,
                input.Release,
                async () => await CreateAsync(probe, await layers.ResolveAsync(plan, probe.Layers), input.Release)
            )
        );
        return new ItemResult(probe.Name, created ? "created" : "exists already");
    }

    private async Task CreateAsync(PlannedProbe probe, IReadOnlyList<string> layerArns, ReleaseReference release)
    {
        var code = ProbeCode.For(ProbeFamilies.Of(probe.Runtime)!.Value);
        using var zip = code.ToZip();
        var wanted = new FunctionSettings(
            probe.Runtime,
            code.Handler,
            settings.RoleArn,
            MemorySize: 512,
            Timeout: 60,
            EphemeralStorage: 512,
            Description: $"Proves layers for release {release.Id}; deleted right after.",
            Environment: new SortedDictionary<string, string> { ["PROBE_ROOT"] = "/opt" },
            layerArns
        );
        await functions.CreateAsync(release, probe.Name, wanted, probe.Architecture, zip, settings.LogGroup);
    }
}
