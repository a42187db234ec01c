using CodeRipple.Workflow.Client.Executions;

namespace CodeRipple.Workflow.Client.Releases;

/// <summary>Shows how releases go on.</summary>
internal interface IReleaseProgress
{
    /// <summary>Shows an upload while it runs.</summary>
    Task UploadAsync(Func<Task> upload);

    /// <summary>Shows a release while it runs.</summary>
    /// <param name="follow">Follows it to its end and reports its states.</param>
    Task<ReleaseOutcome> FollowAsync(string id, Func<IStateWatcher, Task<ReleaseOutcome>> follow);

    /// <summary>Shows the end of a release that is only a part of what is being done.</summary>
    void ReleaseEnded(ReleaseOutcome outcome);

    /// <summary>This program ends, and the release does not.</summary>
    void ReleaseContinues(string id);
}
