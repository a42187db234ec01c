using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>
/// The one shape of every change: read → as wanted? answer → journal what stands there (only with the lock) → change → journal what
/// stands there now. Safe to deliver twice at any point.
/// </summary>
public sealed class Changes(Journal journal, ChangeLog log)
{
    /// <returns>Whether this release changed it, now or in an earlier delivery.</returns>
    /// <exception cref="DriftDetectedException">The resource is neither as it was before this release nor as it should be.</exception>
    /// <exception cref="FunctionFailedException">The service took the change and could not carry it out.</exception>
    public Task<bool> ApplyAsync(ReleaseReference release, Change change) =>
        log.FollowAsync(
            release,
            ChangeLog.KindOf(change.Phase),
            change.Id,
            async () =>
            {
                // Before the journal: so a rollback that comes in between is not undone by a change that comes late.
                var current = await change.Resource.ReadAsync(change.Name);
                // After a change that failed afterwards the service may show that one's state, which is not what goes on.
                if (current.Problem is null && change.IsMade(current.State))
                    return (await CloseLeftOpenAsync(release, change, current.State), ChangeEnd.AlreadyAsWanted);
                await MakeAsync(release, change, current);
                return (true, ChangeEnd.Changed);
            }
        );

    private async Task MakeAsync(ReleaseReference release, Change change, Snapshot<JsonNode> current)
    {
        if (change.SaveAsync is not null && current.State is not null)
            await change.SaveAsync(current.State);
        var entry = await journal.OpenAsync(
            release,
            change.Phase,
            change.Id,
            current.State,
            change.Target,
            current.Revision,
            change.ReplacesEdit
        );
        // Updated since the entry was written: that was this change. A failure from before the release is ended by it.
        if (!entry.Done && entry.Revision != current.Revision)
            ThrowIfFailed(current);
        if (!JsonNode.DeepEquals(entry.Expected, current.State))
            throw new DriftDetectedException(
                $"{change.Id} was changed outside release {release.Id} while it was running: "
                    + $"{StateDifferences.Between(current.State, entry.Expected)}. The release stops; find out who changed it."
            );

        // The release changes it once more, as the stages of a traffic shift do, or otherwise than it tried before: the first entry's
        // "before" stays.
        if (entry.Done || !JsonNode.DeepEquals(entry.Target, change.Target))
            entry = await journal.ReopenAsync(release, entry, change.Target, current.Revision);
        await change.MakeAsync(current);
        var made = await change.Resource.ReadAsync(change.Name);
        ThrowIfFailed(made);
        await journal.CloseAsync(release, entry, made.State);
    }

    private static void ThrowIfFailed(Snapshot<JsonNode> state)
    {
        if (state.Problem is not null)
            throw new FunctionFailedException(state.Problem);
    }

    // The first delivery made the change and died before it wrote that down.
    private async Task<bool> CloseLeftOpenAsync(ReleaseReference release, Change change, JsonNode? current)
    {
        var entry = await journal.FindAsync(release, change.Phase, change.Id);
        if (entry is { Done: false })
            await journal.CloseAsync(release, entry, current);
        return entry is not null;
    }
}
