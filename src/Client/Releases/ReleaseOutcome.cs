using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Releases;

/// <summary>How a release ended, and what is known of it.</summary>
internal sealed record ReleaseOutcome
{
    public required string Id { get; init; }

    public required ReleaseStatus Status { get; init; }

    public required string ExecutionArn { get; init; }

    public required TimeSpan Duration { get; init; }

    public required IReadOnlyList<ExecutionTimeline> Executions { get; init; }

    /// <summary>Null when the request was rejected before it had one.</summary>
    public ReleaseRecord? Record { get; init; }

    /// <summary>Only of a release that succeeded.</summary>
    public Manifest? Manifest { get; init; }

    /// <summary>What made it fail.</summary>
    public string? Failure { get; init; }

    /// <summary>What to do now; null when there is nothing to do.</summary>
    public string? Next =>
        Record switch
        {
            null => null,
            { Status: ReleaseStatus.InProgress } =>
                "nothing is known of its rollback yet. See who rolls it back, and what is left: coderipple repair",
            _ => NextSteps.Of(Record),
        };

    /// <summary>AWS calls that it made; null where nobody counted.</summary>
    public int? Calls { get; init; }

    public IEnumerable<SentMessage> Messages => Executions.SelectMany(e => e.Messages);

    /// <summary>When the state ended that made the release fail.</summary>
    public DateTimeOffset? Verdict => Executions[0].States.FirstOrDefault(s => s is { Parent: null, Error: not null })?.Exited;

    public int Transitions => Executions.Sum(e => e.States.Count);

    public ExitCode ExitCode =>
        Status switch
        {
            ReleaseStatus.Succeeded => ExitCode.Done,
            ReleaseStatus.RolledBack => ExitCode.Failed,
            ReleaseStatus.Rejected => ExitCode.Refused,
            _ => ExitCode.RollbackFailed,
        };
}
