using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A change of one resource. Its kind makes it, since that knows the states (<see cref="JournaledResource{TState}"/>).</summary>
public sealed record Change(JournalPhase Phase, IJournaledResource Resource, string Name)
{
    public ResourceId Id => new(Resource.Kind, Name);

    /// <summary>
    /// What it makes of the resource, where that is known: so that a rollback can distinguish it from a change made outside the release.
    /// </summary>
    public JsonNode? Target { get; init; }

    /// <summary>Whether what it replaces was changed by hand since the last release, which the request accepts.</summary>
    public bool ReplacesEdit { get; init; }

    /// <summary>Whether a state is the wanted one.</summary>
    public required Func<JsonNode?, bool> IsMade { get; init; }

    /// <summary>Saves what a rollback needs besides the state that is there.</summary>
    public Func<JsonNode, Task>? SaveAsync { get; init; }

    /// <summary>Makes it, with the service's own precondition on the snapshot that was journaled.</summary>
    public required Func<Snapshot<JsonNode>, Task> MakeAsync { get; init; }
}
