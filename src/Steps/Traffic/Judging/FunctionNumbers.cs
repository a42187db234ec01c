using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Traffic.Judging;

/// <summary>What is known of a function at one moment of the shift.</summary>
/// <param name="New">What users asked of the new version.</param>
/// <param name="Old">What users asked of the old version in the same time; null when there is none.</param>
/// <param name="Throttles">Throttled requests and all requests through the alias, since the shift began and in the time before it.</param>
/// <param name="Probes">What the new version's probes showed.</param>
/// <param name="Users">Whether users' requests can be counted already.</param>
internal sealed record FunctionNumbers(
    VersionPair Versions,
    RequestNumbers New,
    RequestNumbers? Old,
    RateComparison Throttles,
    ProbeNumbers Probes,
    UserSight Users
);

/// <summary>CloudWatch counts a request minutes after it was made.</summary>
internal enum UserSight
{
    /// <summary>Those of the first minutes are counted.</summary>
    Counted,

    /// <summary>They will be counted before the stage ends.</summary>
    Expected,

    /// <summary>The stage ends before they are counted.</summary>
    TooLate,
}

/// <param name="Passed">Probes answered as expected, in the whole shift.</param>
/// <param name="Failures">What went wrong just now with the new version and not with the old one.</param>
/// <param name="Doubts">What went wrong just now with both versions, or where there is no old one to ask.</param>
internal sealed record ProbeNumbers(long Passed, IReadOnlyList<string> Failures, IReadOnlyList<string> Doubts)
{
    public static ProbeNumbers None { get; } = new(0, [], []);
}
