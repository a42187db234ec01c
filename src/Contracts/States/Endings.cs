namespace CodeRipple.Workflow.Contracts;

/// <summary>What a Catch of a state machine passes on.</summary>
/// <param name="Error">Error name.</param>
/// <param name="Cause">For a Lambda step JSON text with <c>errorMessage</c>, else plain text, or nothing.</param>
public sealed record CaughtError(string Error, string? Cause);

/// <summary>Input of RejectRelease: the release never started to change anything.</summary>
public sealed record RejectReleaseInput
{
    public required string ExecutionArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required CaughtError Error { get; init; }

    /// <summary>Absent when the request could not even be read.</summary>
    public ReleaseReference? Release { get; set; }
}

/// <summary>Input of the rollback state machine.</summary>
public sealed record RollbackInput
{
    public required ReleaseReference Release { get; init; }

    public required CaughtError Error { get; init; }
}

/// <summary>Journal entries to revert together, by their sort keys.</summary>
public sealed record RollbackPlan(IReadOnlyList<RollbackGroup> Groups);

public sealed record RollbackGroup(JournalPhase Phase, IReadOnlyList<string> Entries);

/// <summary>What became of one journaled resource.</summary>
/// <param name="Outcome"><c>restored</c>, <c>already</c> or <c>not restored</c>.</param>
/// <param name="Why">Only when not restored.</param>
public sealed record RevertResult(string Resource, string Outcome, string? Why = null);

/// <summary>Input of CompleteRollback.</summary>
public sealed record CompleteRollbackInput
{
    public required RollbackProgress Rollback { get; init; }
}

/// <summary>How far a rollback came. Every part may be missing or have failed; none of that is lost.</summary>
public sealed record RollbackProgress
{
    public required ReleaseReference Release { get; init; }

    /// <summary>What made the release fail.</summary>
    public required CaughtError Error { get; init; }

    public CaughtError? PlanError { get; set; }

    public CaughtError? RevertError { get; set; }

    /// <summary>One result for each journaled resource; null when the verification itself failed.</summary>
    public IReadOnlyList<RevertResult>? Verification { get; set; }

    public CaughtError? VerificationError { get; set; }

    /// <summary>The first test that did not pass on what is live again.</summary>
    public CaughtError? TestError { get; set; }
}

/// <summary>A message for people, published by the state machine, and the facts in it for machines.</summary>
public sealed record ReleaseReport
{
    public required ReleaseStatus Status { get; init; }

    /// <summary>Printable ASCII, below 100 characters, as SNS asks for.</summary>
    public required string Subject { get; init; }

    public required string Message { get; init; }

    /// <summary>The same end for machines, put on the bus by the state machine.</summary>
    public required ReleaseEvent Event { get; init; }

    public IReadOnlyList<string> Restored { get; set; } = [];

    public IReadOnlyList<string> NotRestored { get; set; } = [];
}
