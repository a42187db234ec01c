using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>A zip file in the release bucket, named by its content.</summary>
public sealed record Artifact
{
    [Description("SHA-256 of the file, 64 hexadecimal digits in lower case.")]
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "must be a SHA-256 as 64 hexadecimal digits in lower case")]
    public required string Sha256 { get; init; }

    [Description("Size of the file in bytes.")]
    [Range(1, 262_144_000)]
    public required long Size { get; init; }

    [Description("Key in the release bucket. Default: artifacts/<sha256>.zip.")]
    [RegularExpression("^artifacts/.{1,900}$", ErrorMessage = "must be below artifacts/")]
    public string? Key { get; set; }

    /// <summary>Where the file lies in the release bucket.</summary>
    [JsonIgnore]
    public string ObjectKey => Key ?? BucketKeys.Artifact(Digest);

    /// <summary>SHA-256 of the file.</summary>
    [JsonIgnore]
    public Sha256 Digest => Contracts.Sha256.FromHex(Sha256);
}
