using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Workloads;

namespace CodeRipple.Workflow.Cli.Releases;

/// <summary>Starts releases and shows them until they end.</summary>
internal sealed class Releaser(ReleaseMachine machine, Screen screen)
{
    /// <summary>Whether a release goes on when this program ends.</summary>
    public bool ContinuesAfterExit { get; init; } = true;

    public ReleaseRuns Runs { get; } = new(machine, TimeProvider.System);

    /// <summary>Uploads what a draft needs, and releases it.</summary>
    public async Task<ReleaseOutcome> ReleaseAsync(string id, string? reason, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        await screen.StageAsync(Stage.UploadArtifacts, _ => draft.UploadAsync(new ArtifactUploads(machine), cancellationToken));
        return await ReleaseAsync(id, draft.Workload.Application, draft.ToRequest(id, machine.Environment, Environment.UserName, reason), cancellationToken);
    }

    public async Task<ReleaseOutcome> ReleaseAsync(string id, string application, JsonObject request, CancellationToken cancellationToken)
    {
        var execution = await Runs.StartAsync(id, request, cancellationToken);
        return await FollowAsync(id, progress => Runs.FollowAsync(execution, id, application, progress, cancellationToken));
    }

    /// <summary>Uploads what a draft needs, and asks for its release on the bus, twice: deliveries of an event may be repeated.</summary>
    public async Task<ReleaseOutcome> ReleaseByEventAsync(string id, string? reason, ReleaseDraft draft, ReleaseBus bus, CancellationToken cancellationToken)
    {
        await screen.StageAsync(Stage.UploadArtifacts, _ => draft.UploadAsync(new ArtifactUploads(machine), cancellationToken));
        var application = draft.Workload.Application;
        var execution = await bus.RequestAsync(application, id, draft.ToRequest(id, machine.Environment, Environment.UserName, reason), times: 2, cancellationToken);
        return await FollowAsync(id, progress => Runs.FollowAsync(execution, id, application, progress, cancellationToken));
    }

    public async Task<ReleaseOutcome> FollowAsync(string id, Func<IStateWatcher, Task<ReleaseOutcome>> follow)
    {
        using var progress = screen.FollowRelease(id);
        try
        {
            return await follow(progress);
        }
        catch (OperationCanceledException) when (ContinuesAfterExit)
        {
            screen.ReleaseContinues(id);
            throw;
        }
    }
}
