using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Puts one journaled resource back. What cannot be put back is written down, and the others still are.</summary>
public sealed class RevertChangeStep(Journal journal, RevertLog log, ReleaseLock @lock, IEnumerable<IJournaledResource> resources)
{
    /// <param name="input">The name is the entry's sort key.</param>
    [LambdaFunction]
    public async Task<RevertResult> RevertChange(ItemInput input)
    {
        await @lock.RenewAsync(input.Release);
        var entries = await journal.ReadAsync(input.Release);
        var entry = entries.First(e => e.SortKey == input.Name);
        // The same resource may stand in an earlier phase too; there is its state from before the release.
        var original = entries.First(e => e.Resource == entry.Resource);
        var resource = resources.First(r => r.Kind == entry.Resource.Kind);

        JsonNode? current;
        try
        {
            current = await resource.ReadAsync(entry.Resource.Name);
        }
        catch (FunctionFailedException)
        {
            // The release's update failed inside Lambda; only another update ends that.
            return await RestoreAsync(input.Release, resource, entry);
        }

        if (JsonNode.DeepEquals(current, entry.Before) || JsonNode.DeepEquals(current, original.Before))
            return await log.FindAsync(input.Release, entry) ?? new RevertResult(entry.Resource.ToString(), RevertLog.Already);
        if (entry.Done && !JsonNode.DeepEquals(current, entry.After))
            return await log.WriteAsync(input.Release, entry, RevertLog.NotRestored,
                $"somebody else changed it meanwhile: it is {Text(current)}, the release had made it {Text(entry.After)}, before it was {Text(entry.Before)}");

        return await RestoreAsync(input.Release, resource, entry);
    }

    private async Task<RevertResult> RestoreAsync(ReleaseReference release, IJournaledResource resource, JournalEntry entry)
    {
        var result = await log.WriteAsync(release, entry, RevertLog.Restored, why: null);
        try
        {
            await resource.RestoreAsync(entry.Resource.Name, entry.Before);
            return result;
        }
        catch (Exception e) when (e is not (FunctionNotReadyException or AwsUnavailableException))
        {
            return await log.WriteAsync(release, entry, RevertLog.NotRestored, e.Message);
        }
    }

    private static string Text(JsonNode? state) => state?.ToJsonString() ?? "absent";
}
