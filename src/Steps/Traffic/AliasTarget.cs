using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>Where an alias sends its calls: the version, and other versions with their share (0 to 1).</summary>
public sealed record AliasTarget(string Version, SortedDictionary<string, double> Weights)
{
    public static AliasTarget AllTo(string version) => new(version, []);

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, ResourceStates.Default.AliasTarget)!;

    public static AliasTarget FromJson(JsonNode state) => state.Deserialize(ResourceStates.Default.AliasTarget)!;
}
