using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// A step that had journaled its change before the rollback took the lock may still be about to make it. Its precondition is the
/// revision that it read, so writing the resource once more as it is makes that change fail.
/// </summary>
public sealed class LateChanges(TimeProvider time)
{
    // No step lives longer.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(15);

    // What does not exist has no revision. A step is between its journal entry and its change for milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="FunctionNotReadyException">It is too early to tell; ask again.</exception>
    public async Task ForestallAsync(IJournaledResource resource, JournalEntry entry, JsonNode? current)
    {
        var age = time.GetUtcNow() - entry.At;
        if (age > LongestStep)
            return;
        if (current is null && age < Patience)
            throw new FunctionNotReadyException($"{entry.Resource} may still be made by a step that was under way");
        if (current is not null)
            await TouchAsync(resource, entry, current);
    }

    // What Lambda refuses to a rollback it refuses to a step: then nothing can come late.
    private static async Task TouchAsync(IJournaledResource resource, JournalEntry entry, JsonNode current)
    {
        try
        {
            await resource.RestoreAsync(entry.Resource.Name, current);
        }
        catch (Exception e) when (e is not (FunctionNotReadyException or AwsUnavailableException))
        {
        }
    }
}
