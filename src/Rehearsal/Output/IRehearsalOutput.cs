using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Rehearsal.Output;

/// <summary>The results of rehearsals, on standard output: text for people, or JSON for programs.</summary>
internal interface IRehearsalOutput
{
    void LocalUp(
        Uri endpoint,
        string region,
        string stack,
        IReadOnlyDictionary<string, string> outputs,
        IReadOnlyDictionary<string, string> environment
    );

    void ScenarioList(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Defect> defects);

    /// <summary>How the release ended.</summary>
    /// <param name="differences">Where functions ran on something else than AWS will give them.</param>
    void ReleaseEnded(ReleaseOutcome outcome, IReadOnlyList<RuntimeDifference> differences);

    /// <summary>How the scenario's release ended, and what is live.</summary>
    /// <param name="differences">Where functions ran on something else than AWS will give them.</param>
    /// <param name="users">What users saw of it; null when there were none.</param>
    void ScenarioEnded(
        Scenario scenario,
        ReleaseOutcome outcome,
        LiveReport live,
        IReadOnlyList<RuntimeDifference> differences,
        UserReport? users = null
    );

    /// <param name="found">Whether the check that must find the defect did.</param>
    void DefectEnded(Defect defect, HealthState state, bool found);
}
