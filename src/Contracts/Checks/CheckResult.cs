using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// What a named check found. A check never throws for what it finds: it answers, and the phase fails on any
/// <see cref="CheckVerdict.Failed"/>.
/// </summary>
public sealed record CheckResult
{
    /// <summary>Which check, for instance <c>average-duration</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was checked, for instance <c>function:orders</c>.</summary>
    public required string Component { get; init; }

    public required CheckVerdict Verdict { get; init; }

    /// <summary>The measured value with its unit, for people; null when there is none.</summary>
    public string? Measured { get; set; }

    /// <summary>The limit that <see cref="Measured"/> is compared with, with its unit.</summary>
    public string? Limit { get; set; }

    /// <summary>What was seen, in one sentence; for a skipped check why.</summary>
    public string? Evidence { get; set; }

    /// <summary>What to do about a failure.</summary>
    public string? Remedy { get; set; }

    /// <summary>How long the check took, in milliseconds.</summary>
    public long Duration { get; set; }

    /// <summary>Whether this answers the same question about the same component.</summary>
    public bool IsSameCheckAs(CheckResult other) => (Id, Component) == (other.Id, other.Component);

    /// <summary>One line for people: what failed, of what, the value against its limit, what to do.</summary>
    public string ToLine()
    {
        var numbers =
            Measured is null ? ""
            : Limit is null ? $" [{Measured}]"
            : $" [{Measured}; expected {Limit}]";
        return $"{Id} of {Component}{numbers}: {Evidence}{(Remedy is null ? "" : $" Next: {Remedy}")}";
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<CheckVerdict>))]
public enum CheckVerdict
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It could not be determined, for instance because there is no data. Not a failure.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
