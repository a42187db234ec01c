using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class Screen : IReleaseProgress
{
    public Task UploadAsync(Func<Task> upload) => StageAsync(Stage.UploadArtifacts, _ => upload());

    public async Task<ReleaseOutcome> FollowAsync(string id, Func<IStateWatcher, Task<ReleaseOutcome>> follow)
    {
        using var progress = FollowRelease(id);
        return await follow(progress);
    }

    /// <summary>Shows a release while it runs; to be disposed when it does no more.</summary>
    public ExecutionProgress FollowRelease(string id) => Follow($"Release {id}");

    /// <summary>Shows a health check while it runs; to be disposed when it does no more.</summary>
    public ExecutionProgress FollowCheck(string environment) => Follow($"Health check of {environment}");

    public void ReleaseEnded(ReleaseOutcome outcome) => Terminal.WriteProgress(Verdict(outcome));

    public void ReleaseContinues(string id) =>
        Terminal.WriteProgress($"The release continues without this program. To follow it: coderipple watch {id.EscapeMarkup()}");

    public void RollbackTo(string id, string? to) =>
        Terminal.WriteProgress(
            to is null
                ? $"Release {id.EscapeMarkup()} failed; rolling back its changes."
                : $"Rolling back from release {id.EscapeMarkup()} to {to.EscapeMarkup()}: restoring what was there then."
        );

    /// <summary>How a release ended, in a sentence or two.</summary>
    internal static string Verdict(ReleaseOutcome outcome)
    {
        var release = $"Release [bold]{outcome.Id.EscapeMarkup()}[/]";
        var time = Duration(outcome.Duration);
        return outcome.Status switch
        {
            ReleaseStatus.Succeeded => $"{release} [green]succeeded[/] in {time}.",
            ReleaseStatus.RolledBack when outcome.Record?.ManifestUri is not null =>
                $"{release} [green]was rolled back[/] in {time}. Everything is as it was before it{TestsOf(outcome)}.",
            ReleaseStatus.RolledBack =>
                $"{release} [yellow]failed and was rolled back[/] in {time}. Everything is as it was before{TestsOf(outcome)}.",
            ReleaseStatus.Rejected => $"{release} [yellow]was rejected[/] after {time}. Nothing was touched.",
            _ => $"{release} [red]FAILED, AND NOT EVERYTHING COULD BE RESTORED[/] after {time}. Manual intervention is required.",
        };
    }

    private static string TestsOf(ReleaseOutcome outcome) =>
        outcome.Record is { FailingTests.Count: > 0 } record ? $", but [red]tests fail[/]: {record.Tested?.EscapeMarkup()}" : "";

    private ExecutionProgress Follow(string what) => new(Terminal.Begin(what), Ended);
}
