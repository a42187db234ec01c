using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A kind of resource that a release changes and a rollback puts back.</summary>
public interface IJournaledResource
{
    /// <summary>One of <see cref="ResourceKinds"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// Whether every change of it is tied to the revision that was read before the change was journaled: then a change that comes late
    /// fails as soon as the resource has been written once more.
    /// </summary>
    bool HasRevision => false;

    /// <summary>The live state, in the form that the journal keeps; null when the resource does not exist.</summary>
    /// <exception cref="FunctionNotReadyException">It is being changed right now; ask again.</exception>
    Task<JsonNode?> ReadAsync(string name);

    /// <summary>Makes the resource what it was; null = it did not exist. May be called again after a lost answer.</summary>
    Task RestoreAsync(string name, JsonNode? before);
}
