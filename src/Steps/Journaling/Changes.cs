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
    public Task<bool> ApplyAsync(ReleaseReference release, Change change) =>
        log.FollowAsync(
            release,
            ChangeLog.KindOf(change.Phase),
            change.Id,
            async () =>
            {
                // Before the journal: so a rollback that comes in between is not undone by a change that comes late.
                var current = await change.Resource.ReadAsync(change.Name);
                if (change.IsMade(current.State))
                    return (await CloseLeftOpenAsync(release, change, current.State), ChangeEnd.AlreadyAsWanted);
                await MakeAsync(release, change, current);
                return (true, ChangeEnd.Changed);
            }
        );

    private async Task MakeAsync(ReleaseReference release, Change change, Snapshot<JsonNode> current)
    {
        if (change.SaveAsync is not null && current.State is not null)
            await change.SaveAsync(current.State);
        var entry = await journal.OpenAsync(release, change.Phase, change.Id, current.State, change.Target);
        if (!JsonNode.DeepEquals(entry.Expected, current.State))
            throw new DriftDetectedException(
                $"{change.Id} was changed outside release {release.Id} while it was running: before it was {Text(entry.Expected)}, "
                    + $"now it is {Text(current.State)}. The release stops; find out who changed it."
            );

        // The release changes it once more, as the stages of a traffic shift do: the first entry's "before" stays.
        if (entry.Done)
            entry = await journal.ReopenAsync(release, entry, change.Target);
        await change.MakeAsync(current);
        await journal.CloseAsync(release, entry, (await change.Resource.ReadAsync(change.Name)).State);
    }

    // The first delivery made the change and died before it wrote that down.
    private async Task<bool> CloseLeftOpenAsync(ReleaseReference release, Change change, JsonNode? current)
    {
        var entry = await journal.FindAsync(release, change.Phase, change.Id);
        if (entry is { Done: false })
            await journal.CloseAsync(release, entry, current);
        return entry is not null;
    }

    private static string Text(JsonNode? state) => state?.ToJsonString() ?? "absent";
}
