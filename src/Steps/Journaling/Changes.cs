using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>
/// The one shape of every change: read → as wanted? answer → journal what stands there (only with the lock) → change → journal what
/// stands there now. Safe to deliver twice at any point.
/// </summary>
public sealed class Changes(Journal journal, ChangeLog log)
{
    /// <summary>A change whose outcome is known beforehand.</summary>
    public Task<bool> ApplyAsync(ReleaseReference release, JournalPhase phase, IJournaledResource resource, string name, JsonNode target, Func<Task> change) =>
        ApplyAsync(release, phase, resource, name, state => JsonNode.DeepEquals(state, target), change, target);

    /// <param name="resource">What is changed.</param>
    /// <param name="wanted">Whether a live state is the wanted one.</param>
    /// <param name="change">Makes the change, with the service's own precondition on the state that was read.</param>
    /// <param name="target">What the change makes of it, where that is known: so a rollback can tell it from somebody else's change.</param>
    /// <returns>Whether this release changed it, now or in an earlier delivery.</returns>
    /// <exception cref="DriftDetectedException">The resource is neither as it was before this release nor as it should be.</exception>
    public Task<bool> ApplyAsync(
        ReleaseReference release, JournalPhase phase, IJournaledResource resource, string name, Func<JsonNode?, bool> wanted, Func<Task> change, JsonNode? target = null)
    {
        var id = new ResourceId(resource.Kind, name);
        return log.FollowAsync(release, ChangeLog.KindOf(phase), id, async () =>
        {
            var current = await resource.ReadAsync(name);
            if (wanted(current))
                return (await CloseLeftOpenAsync(release, phase, id, current), ChangeEnd.AlreadyAsWanted);
            await ChangeAsync(release, phase, resource, id, current, change, target);
            return (true, ChangeEnd.Changed);
        });
    }

    private async Task ChangeAsync(
        ReleaseReference release,
        JournalPhase phase,
        IJournaledResource resource,
        ResourceId id,
        JsonNode? current,
        Func<Task> change,
        JsonNode? target)
    {
        var entry = await journal.OpenAsync(release, phase, id, current, target);
        if (!JsonNode.DeepEquals(entry.Expected, current))
            throw new DriftDetectedException(
                $"{id} was changed by somebody else during release {release.Id}: before it was {Text(entry.Expected)}, now it is {Text(current)}. The release stops; find out who changed it.");

        // The release changes it once more, as the stages of a traffic shift do: the first entry's "before" stays.
        if (entry.Done)
            entry = await journal.ReopenAsync(release, entry, target);
        await change();
        await journal.CloseAsync(release, entry, await resource.ReadAsync(id.Name));
    }

    // The first delivery made the change and died before it wrote that down.
    private async Task<bool> CloseLeftOpenAsync(ReleaseReference release, JournalPhase phase, ResourceId id, JsonNode? current)
    {
        var entry = await journal.FindAsync(release, phase, id);
        if (entry is { Done: false })
            await journal.CloseAsync(release, entry, current);
        return entry is not null;
    }

    private static string Text(JsonNode? state) => state?.ToJsonString() ?? "absent";
}
