namespace CodeRipple.Workflow.Contracts;

/// <summary>Input of CheckPerformance.</summary>
public sealed record PerformanceInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>Since when the release waits for the metrics.</summary>
    public required DateTimeOffset Since { get; init; }
}
