using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>An end of a release, as it is reported on the event bus; the source is <c>coderipple.workflow</c>.</summary>
/// <param name="Type">The detail-type.</param>
public sealed record ReleaseEvent(string Type, ReleaseEventDetail Detail)
{
    // An event has 256 KB at most, and the state document carries it twice.
    private const int LongestFailure = 4_000;

    /// <summary>The end of a release that has a record.</summary>
    public static ReleaseEvent Of(ReleaseRecord record) =>
        new(
            TypeOf(record.Status),
            new ReleaseEventDetail
            {
                Application = record.Application,
                Environment = record.Environment,
                Id = record.Id,
                Status = record.Status,
                ExecutionArn = record.ExecutionArn,
                StartedAt = record.StartedAt,
                EndedAt = record.EndedAt,
                RequestedBy = record.RequestedBy,
                Reason = record.Reason,
                Failure = Cut(record.Failure),
                FailingTests = record.FailingTests.Count,
                ManifestUri = record.ManifestUri,
                ManifestSha256 = record.ManifestSha256,
            }
        );

    /// <summary>The end of a request that was rejected.</summary>
    /// <param name="release">Null when the request could not even be read.</param>
    public static ReleaseEvent Rejected(ReleaseReference? release, string environment, string executionArn, string failure) =>
        new(
            TypeOf(ReleaseStatus.Rejected),
            new ReleaseEventDetail
            {
                Application = release?.Application,
                Environment = environment,
                Id = release?.Id,
                Status = ReleaseStatus.Rejected,
                ExecutionArn = executionArn,
                Failure = Cut(failure),
            }
        );

    private static string TypeOf(ReleaseStatus status) =>
        status switch
        {
            ReleaseStatus.Succeeded => "Release Succeeded",
            ReleaseStatus.Rejected => "Release Rejected",
            ReleaseStatus.RolledBack => "Release Rolled Back",
            _ => "Rollback Failed",
        };

    private static string? Cut(string? text) => text?.Length > LongestFailure ? text[..LongestFailure] + "…" : text;
}

/// <summary>The detail of a <see cref="ReleaseEvent"/>. What is not known is left out.</summary>
public sealed record ReleaseEventDetail
{
    public string? Application { get; set; }

    public required string Environment { get; init; }

    /// <summary>Of the release.</summary>
    public string? Id { get; set; }

    public required ReleaseStatus Status { get; init; }

    /// <summary>The execution of the release.</summary>
    public required string ExecutionArn { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? RequestedBy { get; set; }

    public string? Reason { get; set; }

    /// <summary>What made the release fail, 4,000 characters at most.</summary>
    public string? Failure { get; set; }

    /// <summary>How many tests fail although everything is restored; the message has them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FailingTests { get; set; }

    /// <summary><c>s3://…</c> of the <see cref="Manifest"/>; only when the release succeeded.</summary>
    public string? ManifestUri { get; set; }

    /// <summary>SHA-256 of the manifest, hexadecimal.</summary>
    public string? ManifestSha256 { get; set; }
}
