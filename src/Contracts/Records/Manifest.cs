namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// The record of a finished release: what is live, since when, asked by whom, with which hashes. Input to rollback, promotion and verify.
/// </summary>
public sealed record Manifest
{
    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Environment { get; init; }

    public required string ExecutionArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    public string? RequestedBy { get; set; }

    public string? Reason { get; set; }

    /// <summary>The alias that carries the traffic of every function.</summary>
    public required string Alias { get; init; }

    public required IReadOnlyList<ManifestLayer> Layers { get; init; }

    public required IReadOnlyList<ManifestFunction> Functions { get; init; }

    public IReadOnlyList<ManifestRoute> Routes { get; set; } = [];

    /// <summary>What the layers were proven on.</summary>
    public IReadOnlyList<ManifestProof> Proofs { get; set; } = [];

    /// <summary>Log groups whose retention this release or an earlier one set; the next one may lengthen it.</summary>
    public IReadOnlyList<string> LogGroups { get; set; } = [];

    /// <summary>What the release left out and why.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>Which AWS packages the steps were built with: <see cref="Contracts.AwsPackages"/>; null in old manifests.</summary>
    public string? AwsPackages { get; set; }

    /// <summary>Id of the release that was current before; null for the first.</summary>
    public string? Previous { get; set; }
}

/// <summary>A layer probe that loaded what its layers declare.</summary>
/// <param name="Runtime">The declared one, for instance <c>python3.13</c>.</param>
/// <param name="Architecture">The declared one.</param>
/// <param name="RanOn">What the probe itself saw, for instance <c>python 3.13.2, arm64</c>; null when it did not say.</param>
public sealed record ManifestProof(string Probe, IReadOnlyList<string> Layers, string Runtime, string Architecture, string? RanOn);

/// <summary>A method of an API and the function behind it, as re-read from API Gateway at the end of the release.</summary>
/// <param name="Deployment">Id of the deployment that the stage serves.</param>
public sealed record ManifestRoute(
    string ApiId,
    string Stage,
    string Method,
    string Path,
    string Function,
    string Deployment,
    bool Changed
);

/// <param name="CodeSha256">SHA-256 of the zip, base64, as Lambda reports it.</param>
/// <param name="Published">False when the newest version already had this content.</param>
public sealed record ManifestLayer(string Name, string VersionArn, string CodeSha256, bool Published);

/// <param name="Version">The version that the alias points to, as re-read from Lambda at the end of the release.</param>
/// <param name="PreviousVersion">The version that it pointed to before; null when the function or alias is new.</param>
/// <param name="CodeSha256">SHA-256 of the zip, base64, as Lambda reports it.</param>
/// <param name="Layers">ARNs of the layer versions, in order.</param>
/// <param name="Changed">False when the release found the function as wanted.</param>
public sealed record ManifestFunction(
    string Name,
    string Version,
    string? PreviousVersion,
    string CodeSha256,
    IReadOnlyList<string> Layers,
    bool Changed
);
