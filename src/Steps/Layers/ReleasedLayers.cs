using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>ARNs of the layer versions that a release uses.</summary>
public sealed class ReleasedLayers(ReleaseLedger ledger)
{
    /// <param name="references">Names of layers of the request, or ARNs, which stay as they are.</param>
    public async Task<IReadOnlyList<string>> ResolveAsync(ReleasePlan plan, IReadOnlyList<string> references)
    {
        var arns = new List<string>();
        foreach (var reference in references)
            arns.Add(plan.Layers.FirstOrDefault(l => l.Name == reference) is { } layer ? await ResolveAsync(plan, layer) : reference);
        return arns;
    }

    public async Task<string> ResolveAsync(ReleasePlan plan, PlannedLayer layer) =>
        layer.VersionArn
        ?? await ledger.FindLayerAsync(plan.Release, layer.Name)
        ?? throw new InvalidOperationException($"Release {plan.Release.Id} has not published layer {layer.Name}.");
}
