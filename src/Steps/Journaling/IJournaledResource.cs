using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>A kind of resource that a release changes and a rollback restores, for those who need not know its states.</summary>
public interface IJournaledResource
{
    /// <summary>One of <see cref="ResourceKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The live state, in the form that the journal keeps.</summary>
    /// <exception cref="ResourceNotStabilizedException">It is being changed right now; ask again.</exception>
    Task<Snapshot<JsonNode>> ReadAsync(string name);

    /// <summary>Makes the resource what it was; null = it did not exist. May be called again after a lost answer.</summary>
    /// <param name="revision">Of the snapshot that this starts from.</param>
    Task RestoreAsync(string name, JsonNode? before, string? revision);
}
