using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// A step that had journaled its change before the rollback took the lock may still be about to make it. Where its precondition is the
/// revision that it read, writing the resource once more as it is makes that change fail. Where there is no revision it is waited for.
/// </summary>
public sealed class InFlightChanges(TimeProvider time)
{
    // No step lives longer.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(15);

    // A step is between its journal entry and its change for milliseconds, or for what it waits for its turn (a
    // deployment 6 seconds) and what the SDK's own attempts take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="ResourceNotStabilizedException">It is too early to know; ask again.</exception>
    public async Task FenceAsync(IJournaledResource resource, JournalEntry entry, Snapshot<JsonNode> current)
    {
        var age = time.GetUtcNow() - entry.At;
        if (age > LongestStep)
            return;
        // What does not exist has no revision either.
        if (current.Revision is not null)
            await TouchAsync(resource, entry, current);
        else if (age < Patience)
            throw new ResourceNotStabilizedException($"{entry.Resource} may still be changed by a step that was running");
    }

    // What Lambda refuses to a rollback it refuses to a step: then nothing can come late.
    private static async Task TouchAsync(IJournaledResource resource, JournalEntry entry, Snapshot<JsonNode> current)
    {
        try
        {
            await resource.RestoreAsync(entry.Resource.Name, current.State, current.Revision);
        }
        catch (Exception e) when (e is not (ResourceNotStabilizedException or AwsUnavailableException)) { }
    }
}
