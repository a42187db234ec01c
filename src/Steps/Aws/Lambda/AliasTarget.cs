using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Where an alias sends its calls: the version, and other versions with their share (0 to 1).</summary>
public sealed record AliasTarget(string Version, SortedDictionary<string, double> Weights)
{
    public static AliasTarget AllTo(string version) => new(version, []);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AliasTarget))]
internal sealed partial class AliasTargetJson : JsonSerializerContext;
