using CodeRipple.Workflow.Client.Diagnosis;
using CodeRipple.Workflow.Client.Facts;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Repairs;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>The results of commands, on standard output: text for people, or JSON for programs.</summary>
internal interface IOutput
{
    /// <summary>How a release ended, with everything that is known of it.</summary>
    void ReleaseEnded(ReleaseOutcome outcome);

    /// <summary>What health checks found, an application each.</summary>
    void Health(IReadOnlyList<HealthState> states);

    /// <param name="current">Id of the release that is live; null when none of them is.</param>
    void History(string application, string environment, IReadOnlyList<ReleaseRecord> records, string? current);

    void ReportWritten(string file);

    /// <summary>A finding as soon as it is known.</summary>
    void RepairFound(RepairFinding finding);

    /// <summary>All findings of a repair that has ended.</summary>
    void Repaired(string application, string environment, IReadOnlyList<RepairFinding> findings);

    /// <summary>What a first contact found out.</summary>
    /// <param name="file">Where it is written.</param>
    void FirstContactEnded(FirstContactRecord record, string file);

    /// <param name="leftovers">What could not be removed, and why.</param>
    void Removed(IReadOnlyList<string> leftovers);

    /// <summary>A release machine stands.</summary>
    /// <param name="changed">False when it was already as wanted.</param>
    void Installed(string stack, bool changed, IReadOnlyDictionary<string, string> outputs);

    /// <summary>What stands in the way of an installation or a release, and what to do about it.</summary>
    void Diagnosed(IReadOnlyList<Finding> findings);
}
