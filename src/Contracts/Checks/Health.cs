namespace CodeRipple.Workflow.Contracts;

/// <summary>Input of FindApplications.</summary>
public sealed record HealthCheckInput
{
    /// <summary>Name of the health check's execution.</summary>
    public required string Run { get; init; }

    /// <summary>What a person, a schedule or an event asked for.</summary>
    public HealthCheckRequest Request { get; set; } = new();
}

/// <summary>What starts a health check; everything may be left out.</summary>
public sealed record HealthCheckRequest
{
    /// <summary>Only this application; null = all that are live in the environment.</summary>
    public string? Application { get; set; }
}

/// <summary>What a health check looks at.</summary>
public sealed record HealthCheckPlan
{
    public required IReadOnlyList<ReleaseReference> Releases { get; init; }

    public required IReadOnlyList<CheckInput> Batches { get; init; }
}

/// <summary>Input of ReportHealth: one application.</summary>
public sealed record ReportHealthInput
{
    public required ReleaseReference Release { get; init; }

    public required string Run { get; init; }

    /// <summary>ARN of the health check's execution.</summary>
    public required string ExecutionArn { get; init; }
}

/// <summary>How an application is, and the message for people.</summary>
public sealed record HealthReport
{
    public required string Application { get; init; }

    public required bool IsHealthy { get; init; }

    /// <summary>Whether people are notified: of every run that found something, and of the first that finds all well again.</summary>
    public required bool Notify { get; init; }

    /// <summary>Printable ASCII, below 100 characters, as SNS asks for.</summary>
    public required string Subject { get; init; }

    public required string Message { get; init; }

    /// <summary>Where every result is, <c>s3://…</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>What systems are notified, when people are.</summary>
    public required HealthEvent Event { get; init; }
}

/// <summary>How a health check ended, as it is reported on the event bus; the source is <c>coderipple.workflow</c>.</summary>
/// <param name="Type">The detail-type: <c>Health Check Failed</c> or <c>Health Check Recovered</c>.</param>
public sealed record HealthEvent(string Type, HealthEventDetail Detail);

public sealed record HealthEventDetail(
    string Application,
    string Environment,
    string Release,
    int Failed,
    string ResultsUri,
    string ExecutionArn
);

/// <summary>
/// How an application was at its last health check; the ledger's <see cref="LedgerKeys.Health"/> item, and with its results the report in
/// the bucket.
/// </summary>
public sealed record HealthState
{
    public required string Application { get; init; }

    public required string Environment { get; init; }

    /// <summary>The release that is live.</summary>
    public required string Release { get; init; }

    public required string Run { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Passed { get; set; }

    public int Skipped { get; set; }

    /// <summary>What fails, and since when.</summary>
    public IReadOnlyList<OpenFailure> Failing { get; set; } = [];

    /// <summary>Every result of the run; only in the bucket.</summary>
    public IReadOnlyList<CheckResult> Results { get; set; } = [];
}

/// <param name="Since">The health check that found it first, of those in a row.</param>
public sealed record OpenFailure(string Id, string Component, DateTimeOffset Since);
