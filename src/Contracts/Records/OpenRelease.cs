namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// What the guardian finds a dead execution by: written when a release is registered or a person's rollback begins, removed once
/// people were told how it ended.
/// </summary>
public sealed record OpenRelease
{
    public required ReleaseReference Release { get; init; }

    /// <summary>The wish of a person to go back; null for a release.</summary>
    public RollbackRequest? Wish { get; set; }

    /// <summary>What that wish undoes, once it is known.</summary>
    public RollbackPlan? Plan { get; set; }

    /// <summary>How that wish ended, until people were told.</summary>
    public ReleaseReport? Report { get; set; }

    /// <summary>The rollback that wrote <see cref="Report"/>.</summary>
    public string? ReportedBy { get; set; }
}
