using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A kind of resource that a release changes and a rollback restores: both ways stand in one class.</summary>
/// <param name="type">How the journal keeps its states.</param>
public abstract class JournaledResource<TState>(string kind, JsonTypeInfo<TState> type) : IJournaledResource
    where TState : class
{
    public string Kind => kind;

    /// <exception cref="ResourceNotStabilizedException">It is being changed right now; ask again.</exception>
    public abstract Task<Snapshot<TState>> ReadAsync(string name);

    /// <summary>Makes the resource what a state says.</summary>
    /// <param name="revision">Of the snapshot that this starts from; null when there was none, or the service keeps none.</param>
    public abstract Task UpdateAsync(string name, TState state, string? revision);

    /// <summary>Deletes the resource, which did not exist before the release.</summary>
    public abstract Task DeleteAsync(string name);

    /// <summary>A state in the form that the journal keeps; null = the resource does not exist.</summary>
    public JsonNode? Write(TState? state) => state is null ? null : JsonSerializer.SerializeToNode(state, type);

    /// <inheritdoc cref="Write"/>
    public TState? Parse(JsonNode? state) => state?.Deserialize(type);

    /// <summary>A change whose outcome is known beforehand.</summary>
    public Change ChangeTo(JournalPhase phase, string name, TState target) =>
        ChangeBy(
            phase,
            name,
            isMade: state => JsonNode.DeepEquals(Write(state), Write(target)),
            make: current => UpdateAsync(name, target, current.Revision),
            target
        );

    /// <param name="isMade">Whether a state is the wanted one.</param>
    /// <param name="make">Makes the change, with the service's own precondition on the snapshot.</param>
    /// <param name="target">What the change makes of it; null when only the outcome can show it.</param>
    public Change ChangeBy(
        JournalPhase phase,
        string name,
        Func<TState?, bool> isMade,
        Func<Snapshot<TState>, Task> make,
        TState? target = null
    ) =>
        new(phase, this, name)
        {
            Target = Write(target),
            IsMade = state => isMade(Parse(state)),
            MakeAsync = current => make(new Snapshot<TState>(Parse(current.State), current.Revision, current.Problem)),
        };

    async Task<Snapshot<JsonNode>> IJournaledResource.ReadAsync(string name)
    {
        var read = await ReadAsync(name);
        return new Snapshot<JsonNode>(Write(read.State), read.Revision, read.Problem);
    }

    Task IJournaledResource.RestoreAsync(string name, JsonNode? before, string? revision) =>
        Parse(before) is { } state ? UpdateAsync(name, state, revision) : DeleteAsync(name);
}
