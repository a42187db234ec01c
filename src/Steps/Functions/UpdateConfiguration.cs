using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Brings the configuration of <c>$LATEST</c>, layers included, to what the request wants.</summary>
public sealed class UpdateConfigurationStep(
    ReleaseBucket bucket,
    ReleasedLayers layers,
    FunctionConfigurationResource configuration,
    Changes changes
)
{
    [LambdaFunction]
    public async Task<ItemResult> UpdateConfiguration(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var function = plan.Request.Function(input.Name);
        var wanted = FunctionSettings.Of(function, await layers.ResolveAsync(plan, function.Layers));
        var updated = await changes.ApplyAsync(input.Release, configuration.ChangeTo(JournalPhase.Functions, input.Name, wanted));
        return new ItemResult(input.Name, updated ? "updated" : "unchanged");
    }
}
