namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// What the guardian finds a dead execution by: written when a release is registered or a person's rollback begins, removed once
/// people were notified how it ended.
/// </summary>
public sealed record OpenRelease
{
    public required ReleaseReference Release { get; init; }

    /// <summary>The request of a person to go back; null for a release.</summary>
    public RollbackRequest? Request { get; set; }

    /// <summary>What that request undoes, once it is known.</summary>
    public RollbackPlan? Plan { get; set; }

    /// <summary>How that request ended, until people were notified.</summary>
    public ReleaseReport? Report { get; set; }

    /// <summary>The rollback that wrote <see cref="Report"/>.</summary>
    public string? ReportedBy { get; set; }
}
