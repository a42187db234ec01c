using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>How a release stands or ended; the item that history, watch and the messages read.</summary>
public sealed record ReleaseRecord
{
    public required string Id { get; init; }

    public required string Application { get; init; }

    public required string Environment { get; init; }

    public required ReleaseStatus Status { get; init; }

    public required string ExecutionArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? RequestedBy { get; set; }

    public string? Reason { get; set; }

    /// <summary>SHA-256 of what was asked for, hexadecimal: the same id may come again, but not with another content.</summary>
    public string? RequestSha256 { get; set; }

    /// <summary><c>s3://…</c> of the <see cref="ReleasePlan"/>.</summary>
    public string? PlanUri { get; set; }

    /// <summary><c>s3://…</c> of the <see cref="Manifest"/>; only when the release succeeded.</summary>
    public string? ManifestUri { get; set; }

    /// <summary>SHA-256 of the manifest's canonical JSON, hexadecimal.</summary>
    public string? ManifestSha256 { get; set; }

    /// <summary>Id of the release that was current before; null for the first.</summary>
    public string? Previous { get; set; }

    /// <summary>What made the release fail; for a release that was live, who asked to go back to which one.</summary>
    public string? Failure { get; set; }

    /// <summary>The rollback that ended this release.</summary>
    public string? RollbackExecutionArn { get; set; }

    /// <summary>What the rollback restored or found as it was before.</summary>
    public IReadOnlyList<string> Restored { get; set; } = [];

    /// <summary>What the release had made and the rollback removed.</summary>
    public IReadOnlyList<string> Removed { get; set; } = [];

    /// <summary>What the rollback could not restore, each with the reason. Manual intervention is required.</summary>
    public IReadOnlyList<string> NotRestored { get; set; } = [];

    /// <summary>What the tests after the rollback came to, as part of a sentence; null when it did not get that far.</summary>
    public string? Tested { get; set; }

    /// <summary>Tests that failed after the rollback, each with the differences. They do not mean that something is not restored.</summary>
    public IReadOnlyList<string> FailingTests { get; set; } = [];

    /// <summary>The release that somebody wanted to go back to when this one was live.</summary>
    public string? BackTo { get; set; }

    /// <summary>What identifies this release.</summary>
    [JsonIgnore]
    public ReleaseKey Key => new(Application, Id);
}

[JsonConverter(typeof(JsonStringEnumConverter<ReleaseStatus>))]
public enum ReleaseStatus
{
    InProgress,
    Succeeded,
    RolledBack,
    RollbackFailed,
    Rejected,
}
