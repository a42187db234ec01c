namespace CodeRipple.Workflow.Contracts;

/// <summary>The validated request with everything resolved; written once by PrepareRelease, read by every later step.</summary>
public sealed record ReleasePlan
{
    public required ReleaseReference Release { get; init; }

    public required ReleaseRequest Request { get; init; }

    public required string ExecutionArn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
