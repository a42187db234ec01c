using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>Publishes a layer version. Versions are immutable and harm nobody, so nothing has to be undone.</summary>
public sealed class PublishLayerStep(ReleaseBucket bucket, ReleaseLedger ledger, LambdaLayers layers)
{
    [LambdaFunction]
    public async Task<ItemResult> PublishLayer(ItemInput input)
    {
        var layer = (await bucket.ReadPlanAsync(input.Release)).Request.Layer(input.Name);
        // Lambda numbers every publication anew, also of the same bytes; after a lost answer the version is there already.
        var arn = await layers.FindNewestAsync(layer)
            ?? await layers.PublishAsync(layer, layer.Description ?? $"Release {input.Release.Id}");
        await ledger.RecordLayerAsync(input.Release, layer.Name, arn);
        return new ItemResult(layer.Name, arn);
    }
}
