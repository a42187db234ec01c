using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>One stage of the traffic shift: since when it has its share, and how the new versions did at the last look.</summary>
public sealed record CanaryRecord
{
    /// <summary>Number of the stage, from 0.</summary>
    public required int Stage { get; init; }

    /// <summary>How many stages there are.</summary>
    public required int Stages { get; init; }

    /// <summary>Share of the traffic on the new versions.</summary>
    public required int Percent { get; init; }

    public required DateTimeOffset ShiftedAt { get; init; }

    /// <summary>How often the new versions were looked at in this stage.</summary>
    public int Samples { get; set; }

    /// <summary>Null before the first look.</summary>
    public CanaryAssessment? LastAssessment { get; set; }
}

/// <summary>What was seen of the new versions at one moment, and what it means.</summary>
public sealed record CanaryAssessment
{
    public required DateTimeOffset At { get; init; }

    public required CanaryVerdict Verdict { get; init; }

    public required IReadOnlyList<FunctionAssessment> Functions { get; init; }

    public IReadOnlyList<AlarmReading> Alarms { get; set; } = [];

    /// <summary>
    /// What led to the verdict, for people, each with the numbers: what speaks against the new versions, what keeps it open, or that
    /// probes decided and not users.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> Findings =>
        [.. Functions.Where(f => f.Verdict == Verdict).SelectMany(f => f.Findings), .. Alarms.Select(a => a.Finding).OfType<string>()];
}

/// <summary>One function's new version beside its old one, in the last 15 minutes of the shift at most.</summary>
public sealed record FunctionAssessment
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>The version that had the traffic before; null for a new function.</summary>
    public string? OldVersion { get; set; }

    public required CanaryVerdict Verdict { get; init; }

    /// <summary>What users asked of the new version.</summary>
    public required RequestNumbers New { get; init; }

    /// <summary>What users asked of the old version in the same time.</summary>
    public RequestNumbers? Old { get; set; }

    /// <summary>Requests that Lambda throttled, whichever version would have answered.</summary>
    public long Throttled { get; set; }

    /// <summary>Own probes of the new version that were answered as expected, in the whole shift.</summary>
    public long ProbesPassed { get; set; }

    /// <summary>Whether it is healthy by its probes alone: users made too few requests, or they are counted too late.</summary>
    public bool ProbesDecided { get; set; }

    public IReadOnlyList<string> Findings { get; set; } = [];
}

/// <param name="Duration">Milliseconds that nine of ten requests stayed below; null without data.</param>
public sealed record RequestNumbers(long Requests, long Errors, double? Duration)
{
    public static RequestNumbers None { get; } = new(0, 0, null);
}

/// <param name="Before">State before the release.</param>
/// <param name="Finding">What the alarm says against the release; null when it says nothing.</param>
public sealed record AlarmReading(string Name, string Before, string Now, string? Finding);

[JsonConverter(typeof(JsonStringEnumConverter<CanaryVerdict>))]
public enum CanaryVerdict
{
    Healthy,

    /// <summary>Too little is known, or the difference may be chance.</summary>
    Inconclusive,

    Unhealthy,
}
