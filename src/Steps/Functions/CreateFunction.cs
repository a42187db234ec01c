using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Creates a function that does not exist yet.</summary>
public sealed class CreateFunctionStep(
    ReleaseBucket bucket,
    ReleasedLayers layers,
    LambdaFunctions functions,
    FunctionExistence existence,
    EnvironmentSeal seal,
    Changes changes
)
{
    [LambdaFunction]
    public async Task<ItemResult> CreateFunction(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var wanted = plan.Request.Function(input.Name);
        var settings = FunctionSettings.Of(wanted, await layers.ResolveAsync(plan, wanted.Layers));
        var (key, version) = (wanted.Artifact.ObjectKey, plan.VersionOf(wanted.Artifact));
        await existence.EnsureAbsentOrOwnedAsync(input.Name, input.Release);
        var created = await changes.ApplyAsync(
            input.Release,
            existence.Creation(
                JournalPhase.Functions,
                input.Name,
                input.Release,
                async () =>
                    await functions.CreateAsync(
                        input.Release,
                        input.Name,
                        await settings.OpenAsync(seal),
                        wanted.Architecture,
                        key,
                        version
                    )
            )
        );
        return new ItemResult(input.Name, created ? "created" : "exists");
    }
}
