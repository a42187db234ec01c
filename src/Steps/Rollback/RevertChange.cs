using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Restores one journaled resource. What cannot be restored is written down, and the others still are.</summary>
public sealed class RevertChangeStep(
    Journal journal,
    RevertLog log,
    ChangeLog lines,
    InFlightChanges late,
    LayersInTheWay layers,
    ReleaseLock @lock,
    IEnumerable<IJournaledResource> resources
)
{
    /// <param name="input">The name is the entry's sort key.</param>
    /// <exception cref="LockLostException">Another rollback took over; nothing was touched.</exception>
    [LambdaFunction]
    public async Task<RevertResult> RevertChange(ItemInput input)
    {
        var entry =
            await journal.FindAsync(input.Release, input.Name)
            ?? throw new InvalidOperationException($"The journal of release {input.Release.Id} has no entry {input.Name}.");
        // The same resource may stand in an earlier phase too; there is its state from before the release.
        var original = (await journal.FindEarlierAsync(input.Release, entry) ?? entry).Before;
        return await lines.FollowAsync(
            input.Release,
            ChangeLog.Revert,
            entry.Resource,
            () => RevertUnderLockAsync(input.Release, entry, original)
        );
    }

    private async Task<(RevertResult, ChangeEnd)> RevertUnderLockAsync(ReleaseReference release, JournalEntry entry, JsonNode? original)
    {
        try
        {
            await @lock.RenewAsync(release);
            return await RevertAsync(release, entry, original);
        }
        catch (Exception e) when (e is LockLostException or AwsUnavailableException)
        {
            // Should no further attempt do better, the message says why.
            await log.WriteAsync(release, entry, RevertOutcome.NotRestored, e.Message);
            throw;
        }
    }

    private async Task<(RevertResult, ChangeEnd)> RevertAsync(ReleaseReference release, JournalEntry entry, JsonNode? original)
    {
        var resource = resources.First(r => r.Kind == entry.Resource.Kind);
        var current = await resource.ReadAsync(entry.Resource.Name);
        // The release's update failed inside Lambda; only another update ends that.
        if (current.Problem is not null)
            return await RestoreAsync(release, resource, entry, current.Revision);
        if (JsonNode.DeepEquals(current.State, entry.Before) || JsonNode.DeepEquals(current.State, original))
            return (await LeaveAsync(release, resource, entry, current), ChangeEnd.AlreadyAsWanted);
        if (!HasDrifted(entry, current.State))
            return await RestoreAsync(release, resource, entry, current.Revision);
        var left = await log.WriteAsync(release, entry, RevertOutcome.NotRestored, Strange(entry, current.State));
        return (left, ChangeEnd.Failed(nameof(DriftDetectedException)));
    }

    // While a change is under way the resource is what it was, or what that change makes of it.
    private static bool HasDrifted(JournalEntry entry, JsonNode? current)
    {
        if (JsonNode.DeepEquals(current, entry.Expected))
            return false;
        return entry.Done || (entry.Target is not null && !JsonNode.DeepEquals(current, entry.Target));
    }

    private static string Strange(JournalEntry entry, JsonNode? current) =>
        "it was changed outside the release meanwhile. "
        + $"Compared with what the release had made: {StateDifferences.Between(current, entry.After ?? entry.Target)}. "
        + $"Compared with what was there before: {StateDifferences.Between(current, entry.Before)}";

    private async Task<RevertResult> LeaveAsync(
        ReleaseReference release,
        IJournaledResource resource,
        JournalEntry entry,
        Snapshot<JsonNode> current
    )
    {
        if (await log.FindAsync(release, entry) is { Why: null } done)
            return done;
        if (!entry.Done)
            await late.FenceAsync(resource, entry, current);
        return await log.WriteAsync(release, entry, RevertOutcome.Already, why: null);
    }

    private async Task<(RevertResult, ChangeEnd)> RestoreAsync(
        ReleaseReference release,
        IJournaledResource resource,
        JournalEntry entry,
        string? revision
    )
    {
        // Before the change: a second delivery finds the resource as it was, and still knows that this was its doing.
        var result = await log.WriteAsync(release, entry, entry.Before is null ? RevertOutcome.Removed : RevertOutcome.Restored, why: null);
        try
        {
            await resource.RestoreAsync(entry.Resource.Name, entry.Before, revision);
            return (result, ChangeEnd.Changed);
        }
        catch (PackageTooLargeException e) when (entry.Resource.Kind == ResourceKinds.FunctionCode)
        {
            if (await layers.TakeOffAsync(release, entry.Resource.Name))
                throw new ResourceNotStabilizedException($"The layers of {entry.Resource.Name} make room for its old code");
            return (await log.WriteAsync(release, entry, RevertOutcome.NotRestored, e.Message), ChangeEnd.Failed(e.GetType().Name));
        }
        catch (LayerUnavailableException e) when (entry.Resource.Kind == ResourceKinds.FunctionConfiguration)
        {
            var gone = await layers.RestoreOthersAsync(release, entry, revision);
            var why = $"all but {string.Join(" and ", gone)}, which does not exist any more or is not shared any more: {e.Message}";
            return (await log.WriteAsync(release, entry, RevertOutcome.NotRestored, why), ChangeEnd.Failed(e.GetType().Name));
        }
        catch (Exception e) when (e is not (ResourceNotStabilizedException or AwsUnavailableException))
        {
            return (await log.WriteAsync(release, entry, RevertOutcome.NotRestored, e.Message), ChangeEnd.Failed(e.GetType().Name));
        }
    }
}
