using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Re-reads every journaled resource and compares it with what stood there before the release.</summary>
public sealed class VerifyRollbackStep(Journal journal, RevertLog log, IEnumerable<IJournaledResource> resources)
{
    [LambdaFunction]
    public async Task<IReadOnlyList<RevertResult>> VerifyRollback(ReleaseInput input)
    {
        var results = new List<RevertResult>();
        foreach (var changes in (await journal.ReadAsync(input.Release.Key)).GroupBy(e => e.Resource))
            if (await TryVerifyAsync(input.Release, [.. changes]) is { } result)
                results.Add(result);
        return results;
    }

    // One resource that cannot be read must not hide how the others stand.
    private async Task<RevertResult?> TryVerifyAsync(ReleaseReference release, IReadOnlyList<JournalEntry> entries)
    {
        try
        {
            return await VerifyAsync(release, entries);
        }
        catch (Exception e) when (e is not (ResourceNotStabilizedException or AwsUnavailableException))
        {
            return new RevertResult(entries[0].Resource.ToString(), RevertOutcome.NotRestored, e.Message);
        }
    }

    /// <returns>Null when the resource has never existed: neither before, nor made by the release.</returns>
    private async Task<RevertResult?> VerifyAsync(ReleaseReference release, IReadOnlyList<JournalEntry> entries)
    {
        var (id, before) = (entries[0].Resource, entries[0].Before);
        var read = await resources.First(r => r.Kind == id.Kind).ReadAsync(id.Name);
        // A change that failed inside Lambda, as the release's own did, has left what was there; one that was undone may not have.
        if (read.Problem is not null && entries.Any(e => e.Done))
            return new RevertResult(id.ToString(), RevertOutcome.NotRestored, read.Problem);
        var current = read.State;
        var reverts = new List<RevertResult>();
        foreach (var entry in entries)
            if (await log.FindAsync(release, entry) is { } revert)
                reverts.Add(revert);

        if (
            current is null
            && reverts.All(r => r.Outcome == RevertOutcome.Already)
            && entries.All(e => e.Before is null && e.After is null)
        )
            return null;
        if (JsonNode.DeepEquals(current, before))
            return new RevertResult(id.ToString(), OutcomeOf(before, reverts)) { IsEdit = entries[0].BeforeIsEdit };
        return new RevertResult(
            id.ToString(),
            RevertOutcome.NotRestored,
            reverts.FirstOrDefault(r => r.Why is not null)?.Why ?? $"it is not as before: {StateDifferences.Between(current, before)}"
        );
    }

    private static RevertOutcome OutcomeOf(JsonNode? before, List<RevertResult> reverts)
    {
        if (before is null)
            return RevertOutcome.Removed;
        return reverts.Any(r => r.Outcome != RevertOutcome.Already) ? RevertOutcome.Restored : RevertOutcome.Already;
    }
}
