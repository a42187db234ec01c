using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A kind of resource that a release changes and a rollback puts back.</summary>
public interface IJournaledResource
{
    /// <summary>One of <see cref="ResourceKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The live state, in the form that the journal keeps; null when the resource does not exist.</summary>
    /// <exception cref="FunctionNotReadyException">It is being changed right now; ask again.</exception>
    Task<JsonNode?> ReadAsync(string name);

    /// <summary>Makes the resource what it was; null = it did not exist. May be called again after a lost answer.</summary>
    Task RestoreAsync(string name, JsonNode? before);
}
