using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Scenarios;

/// <summary>A release to rehearse after a good one, and how it must end.</summary>
/// <param name="Does">One sentence: what is different in the second release.</param>
/// <param name="Live">What must be live at the end.</param>
/// <param name="Change">Makes the second release out of the first.</param>
internal sealed record Scenario(string Name, string Does, ReleaseStatus Ends, LiveVerdict Live, Func<ReleaseDraft, ReleaseDraft> Change)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("upgrade", "Every function gets new code and a new environment variable, the first layer new content.",
            ReleaseStatus.Succeeded, LiveVerdict.AllNew, Changes.Upgrade),
        new("no-change", "The same release again.",
            ReleaseStatus.Succeeded, LiveVerdict.AllOld, draft => draft),
        new("layer-fails-probe", "An upgrade whose first layer lost its content.",
            ReleaseStatus.RolledBack, LiveVerdict.AllOld, draft => Changes.EmptyLayer(Changes.Upgrade(draft))),
        new("function-crashes", "An upgrade in which the code of the first function ends with an error as soon as it starts.",
            ReleaseStatus.RolledBack, LiveVerdict.AllOld, draft => Changes.CrashFunction(Changes.Upgrade(draft))),
        new("smoke-test-fails", "An upgrade in which a smoke test of the last function expects an answer that it does not give.",
            ReleaseStatus.RolledBack, LiveVerdict.AllOld, draft => Changes.FailSmokeTest(Changes.Upgrade(draft))),
        new("end-to-end-fails", "An upgrade whose end-to-end test expects an answer that the system does not give.",
            ReleaseStatus.RolledBack, LiveVerdict.AllOld, draft => Changes.FailEndToEndTest(Changes.Upgrade(draft))),
        new("artifact-corrupt", "An upgrade in which the uploaded code of the first function is not what its name says.",
            ReleaseStatus.Rejected, LiveVerdict.AllOld, draft => Changes.CorruptArtifact(Changes.Upgrade(draft))),
        new("invalid-request", "An upgrade whose request has three errors: an unknown member, a memory size out of range, no handler.",
            ReleaseStatus.Rejected, LiveVerdict.AllOld, draft => Changes.InvalidRequest(Changes.Upgrade(draft))),
    ];

    /// <exception cref="UserErrorException">There is none of this name.</exception>
    public static Scenario Find(string name) => All.FirstOrDefault(s => s.Name == name)
        ?? throw new UserErrorException($"There is no scenario {name}. There are: {string.Join(", ", All.Select(s => s.Name))}.");
}
