namespace CodeRipple.Workflow.Contracts;

/// <summary>What the checks of one check batch found; in the bucket, since it may be long.</summary>
public sealed record ComponentResults
{
    /// <summary>Name of the batch: <c>functions-1</c>.</summary>
    public required string Part { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<CheckResult> Results { get; init; }
}

/// <summary>The small answer of CheckInfrastructure, and its item in the ledger.</summary>
/// <param name="Uri">Where the results are, <c>s3://…</c>.</param>
/// <param name="Failing">Ids of the checks that failed, with their components; the first twenty.</param>
public sealed record ComponentSummary(string Name, int Passed, int Failed, int Skipped, string Uri, IReadOnlyList<string> Failing)
{
    /// <summary>What people must hear of although it fails nothing.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];
}

/// <summary>Input of CheckInfrastructure: one check batch.</summary>
public sealed record CheckInput
{
    public required ReleaseReference Release { get; init; }

    /// <summary>Name of the batch.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="CheckRuns"/>, or the name of the health check's execution.</summary>
    public required string Run { get; init; }

    /// <summary>How often the state machine has asked before because a service did not answer.</summary>
    public int Attempt { get; set; }
}

/// <summary>The two runs of a release.</summary>
public static class CheckRuns
{
    public const string Before = "before";

    public const string After = "after";
}

/// <summary>Input of JudgeInfrastructure.</summary>
public sealed record JudgeInput
{
    public required ReleaseReference Release { get; init; }
}

/// <summary>How the checks of a release compare.</summary>
/// <param name="NotBlamed">Checks that fail, and not by the release.</param>
public sealed record InfrastructureVerdict(int Passed, int Skipped, IReadOnlyList<string> NotBlamed);
