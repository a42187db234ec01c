using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// The part of a function's configuration that a release sets; the rest (VPC, dead-letter queue …) stays as it is. Its variables are
/// sealed, except on the way to Lambda.
/// </summary>
public sealed record FunctionSettings(
    string Runtime,
    string Handler,
    string Role,
    int MemorySize,
    int Timeout,
    int EphemeralStorage,
    string Description,
    SortedDictionary<string, string> Environment,
    IReadOnlyList<string> Layers
)
{
    public static FunctionSettings Of(FunctionRequest function, IReadOnlyList<string> layerArns) =>
        new(
            function.Runtime,
            function.Handler,
            function.Role,
            function.MemorySize,
            function.Timeout,
            function.EphemeralStorage,
            function.Description ?? "",
            new SortedDictionary<string, string>(function.Environment.ToDictionary(), StringComparer.Ordinal),
            layerArns
        );

    public static async Task<FunctionSettings> OfAsync(FunctionConfiguration live, EnvironmentSeal seal) =>
        new(
            live.Runtime?.Value ?? "",
            live.Handler ?? "",
            live.Role,
            live.MemorySize ?? 128,
            live.Timeout ?? 3,
            live.EphemeralStorage?.Size ?? 512,
            live.Description ?? "",
            await seal.SealAsync(live.Environment?.Variables ?? []),
            [.. (live.Layers ?? []).Select(l => l.Arn)]
        );

    /// <summary>With the variables as Lambda takes them.</summary>
    public async Task<FunctionSettings> OpenAsync(EnvironmentSeal seal) => this with { Environment = await seal.OpenAsync(Environment) };

    /// <summary>Tells whether two are the same.</summary>
    [JsonIgnore]
    public Sha256 Digest => Sha256.Of(ToJson().ToJsonString());

    private JsonNode ToJson() => JsonSerializer.SerializeToNode(this, FunctionSettingsJson.Default.FunctionSettings)!;

    /// <summary>
    /// Names of the settings in which a published version differs, for people. Its description names the release that published it.
    /// </summary>
    public IReadOnlyList<string> DifferencesTo(FunctionSettings version)
    {
        var (mine, theirs) = (ToJson().AsObject(), (version with { Description = Description }).ToJson().AsObject());
        return [.. mine.Where(m => !JsonNode.DeepEquals(m.Value, theirs[m.Key])).Select(m => m.Key)];
    }
}

/// <param name="Sha256">SHA-256 of the zip, base64, as Lambda reports it.</param>
public sealed record CodeIdentity(string Sha256, string Architecture)
{
    public static CodeIdentity Of(FunctionRequest function) => new(function.Artifact.Digest.Base64, function.Architecture);

    public static CodeIdentity Of(FunctionConfiguration live) => new(live.CodeSha256, live.Architectures?.FirstOrDefault() ?? "x86_64");

    /// <summary>Where the release bucket keeps a zip with this content, once a release has replaced it.</summary>
    [JsonIgnore]
    public string ObjectKey => BucketKeys.Artifact(Digest);

    /// <summary>SHA-256 of the zip.</summary>
    [JsonIgnore]
    public Sha256 Digest => Contracts.Sha256.FromBase64(Sha256);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FunctionSettings))]
[JsonSerializable(typeof(CodeIdentity))]
internal sealed partial class FunctionSettingsJson : JsonSerializerContext;
