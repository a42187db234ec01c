using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.FaultyCode;
using static CodeRipple.Workflow.Rehearsal.Scenarios.WorkloadMutations;

namespace CodeRipple.Workflow.Rehearsal.Scenarios;

/// <summary>A release to rehearse after a good one, and how it must end.</summary>
/// <param name="Does">One sentence: what is different in the second release.</param>
/// <param name="Live">What must be live at the end.</param>
/// <param name="Change">Makes the second release out of the first.</param>
internal sealed record Scenario(string Name, string Does, ReleaseStatus Ends, LiveVerdict Live, Func<ReleaseDraft, ReleaseDraft> Change)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(
            "upgrade",
            "Every function gets new code and a new environment variable, the first layer new content.",
            ReleaseStatus.Succeeded,
            LiveVerdict.AllNew,
            Upgrade
        ),
        new("no-change", "The same release again.", ReleaseStatus.Succeeded, LiveVerdict.AllOld, draft => draft),
        new(
            "event-started",
            "An upgrade that is requested by an event on the bus, which arrives twice; its outcome must be reported on the bus, once.",
            ReleaseStatus.Succeeded,
            LiveVerdict.AllNew,
            Upgrade
        )
        {
            ByEvent = true,
        },
        new(
            "layer-fails-probe",
            "An upgrade whose first layer lost its content.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => EmptyLayer(Upgrade(draft))
        ),
        new(
            "function-crashes",
            "An upgrade in which the code of the first function ends with an error as soon as it starts.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => CrashFunction(Upgrade(draft))
        ),
        new(
            "smoke-test-fails",
            "An upgrade in which a smoke test of the last function expects an answer that it does not give.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => FailSmokeTest(Upgrade(draft))
        ),
        new(
            "end-to-end-fails",
            "An upgrade whose end-to-end test expects an answer that the system does not give.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => FailEndToEndTest(Upgrade(draft))
        ),
        new(
            "artifact-corrupt",
            "An upgrade in which the uploaded code of the first function is not what its name says.",
            ReleaseStatus.Rejected,
            LiveVerdict.AllOld,
            draft => CorruptArtifact(Upgrade(draft))
        ),
        new(
            "bypassing-trigger",
            "An upgrade after somebody has created a rule that invokes the first function past its alias.",
            ReleaseStatus.Rejected,
            LiveVerdict.AllOld,
            Upgrade
        )
        {
            HasBypassingRule = true,
            Because = "bypasses the alias",
        },
        new(
            "invalid-request",
            "An upgrade whose request has three errors: an unknown member, a memory size out of range, no handler.",
            ReleaseStatus.Rejected,
            LiveVerdict.AllOld,
            draft => InvalidRequest(Upgrade(draft))
        ),
        new(
            "canary-healthy",
            "An upgrade that gets 20, then 50 percent of the traffic while users keep calling.",
            ReleaseStatus.Succeeded,
            LiveVerdict.AllNew,
            draft => InStages(Upgrade(draft))
        )
        {
            HasUsers = true,
        },
        new(
            "canary-errors",
            "An upgrade in which the first function passes all tests and fails every user request.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => InStages(Upgrade(draft))
        )
        {
            HasUsers = true,
            FaultyVersion = FaultyVersion.Failing,
            Because = "requests failed",
        },
        new(
            "canary-slow",
            "An upgrade in which the first function passes all tests and keeps users waiting.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => InStages(Upgrade(draft))
        )
        {
            HasUsers = true,
            FaultyVersion = FaultyVersion.Slow,
            Because = "nine of ten of",
        },
        new(
            "canary-no-traffic",
            "An upgrade in stages without users: the verdict comes from probes.",
            ReleaseStatus.Succeeded,
            LiveVerdict.AllNew,
            draft => InStages(Upgrade(draft))
        ),
        new(
            "canary-inconclusive",
            "An upgrade in stages without users and without probes: there is no verdict, so it is rolled back.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => WithoutVerdict(InStages(Upgrade(draft)))
        )
        {
            Because = "No verdict on the new versions",
        },
        new(
            "alarm-fires",
            "An upgrade during whose first stage an alarm fires.",
            ReleaseStatus.RolledBack,
            LiveVerdict.AllOld,
            draft => InStages(Upgrade(draft))
        )
        {
            Alarm = TriggerPoint.WhileSplit,
            Because = "fired (before the release it was OK)",
        },
        new(
            "alarm-already-firing",
            "An upgrade in stages with an alarm that fired before the release: it decides nothing.",
            ReleaseStatus.Succeeded,
            LiveVerdict.AllNew,
            draft => InStages(Upgrade(draft))
        )
        {
            Alarm = TriggerPoint.Before,
        },
    ];

    /// <summary>Whether the release is asked for by events, not by this program.</summary>
    public bool ByEvent { get; init; }

    /// <summary>Whether users call the first function the whole time.</summary>
    public bool HasUsers { get; init; }

    /// <summary>Whether a rule invokes the first function past its alias meanwhile.</summary>
    public bool HasBypassingRule { get; init; }

    /// <summary>What takes the place of the first function's new version.</summary>
    public FaultyVersion? FaultyVersion { get; init; }

    /// <summary>When the alarm that the release watches fires; null when it watches none.</summary>
    public TriggerPoint? Alarm { get; init; }

    /// <summary>What the reason of the failure must contain.</summary>
    public string Because { get; init; } = "";

    public bool EndsAsItMust(ReleaseOutcome outcome, LiveReport live) =>
        outcome.Status == Ends && live.Verdict == Live && (outcome.Failure ?? "").Contains(Because, StringComparison.Ordinal);

    /// <exception cref="UserErrorException">There is none of this name.</exception>
    public static Scenario Find(string name) =>
        All.FirstOrDefault(s => s.Name == name)
        ?? throw new UserErrorException($"There is no scenario {name}. There are: {string.Join(", ", All.Select(s => s.Name))}.");
}
