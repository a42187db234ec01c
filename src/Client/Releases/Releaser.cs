using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Artifacts;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Client.Releases;

/// <summary>Starts releases and follows them until they end.</summary>
internal sealed class Releaser(ReleaseMachine machine, IReleaseProgress progress)
{
    /// <summary>Whether a release goes on when this program ends.</summary>
    public bool ContinuesAfterExit { get; init; } = true;

    public ReleaseRuns Runs { get; } = new(machine, TimeProvider.System);

    /// <summary>Uploads what a draft needs, and releases it.</summary>
    public async Task<ReleaseOutcome> ReleaseAsync(string id, string? reason, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        var request = await UploadAsync(id, reason, draft, cancellationToken);
        return await ReleaseAsync(id, draft.Workload.Application, request, cancellationToken);
    }

    public async Task<ReleaseOutcome> ReleaseAsync(string id, string application, JsonObject request, CancellationToken cancellationToken)
    {
        var execution = await Runs.StartAsync(id, request, cancellationToken);
        return await FollowAsync(id, watcher => Runs.FollowAsync(execution, id, application, watcher, cancellationToken));
    }

    /// <summary>Uploads what a draft needs.</summary>
    /// <returns>The request of its release.</returns>
    public async Task<JsonObject> UploadAsync(string id, string? reason, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        await progress.UploadAsync(() => draft.UploadAsync(new ArtifactUploads(machine.Clients.S3, machine.Bucket), cancellationToken));
        return draft.ToRequest(id, machine.Environment, Environment.UserName, reason);
    }

    public async Task<ReleaseOutcome> FollowAsync(string id, Func<IStateWatcher, Task<ReleaseOutcome>> follow)
    {
        try
        {
            return await progress.FollowAsync(id, follow);
        }
        catch (OperationCanceledException) when (ContinuesAfterExit)
        {
            progress.ReleaseContinues(id);
            throw;
        }
    }
}
