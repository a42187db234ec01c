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

    public IReadOnlyList<string> Removed { get; set; } = [];

    public IReadOnlyList<string> NotRestored { get; set; } = [];

    /// <summary>See <see cref="ReleaseRecord.FailingTests"/>.</summary>
    public IReadOnlyList<string> FailingTests { get; set; } = [];
}
