using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>Publishes a layer version. Versions are immutable and harm nobody, so nothing has to be undone.</summary>
public sealed class PublishLayerStep(ReleaseBucket bucket, ReleaseLedger ledger, LambdaLayers layers, ChangeLog log)
{
    [LambdaFunction]
    public async Task<ItemResult> PublishLayer(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var layer = plan.Request.Layer(input.Name);
        var arn = await log.FollowAsync(
            input.Release,
            ChangeLog.LayerPublication,
            new ResourceId("layer", layer.Name),
            async () =>
                // Lambda numbers every publication anew, also of the same bytes; after a lost answer the version is there already.
                await layers.FindNewestAsync(layer) is { } newest
                    ? (newest, ChangeEnd.AlreadyAsWanted)
                    : (await PublishAsync(plan, layer), ChangeEnd.Changed)
        );
        await ledger.RecordLayerAsync(input.Release, layer.Name, arn);
        return new ItemResult(layer.Name, arn);
    }

    private Task<string> PublishAsync(ReleasePlan plan, LayerRequest layer) =>
        layers.PublishAsync(layer, plan.VersionOf(layer.Artifact), layer.Description ?? $"Release {plan.Release.Id}");
}
