using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// From the release that is live back to one before it, at the request of a person: the journals of all releases in between are summed
/// up in one, and that is undone like the journal of a release that failed.
/// </summary>
public sealed class RollbackToEarlierRelease(ReleaseLedger ledger, OpenReleases open, ReleaseLock @lock, Journal journal)
{
    // Every release on the way is two items of one transaction, and DynamoDB takes 100.
    private const int LongestWay = 40;

    public async Task<RollbackPlan> PlanAsync(RollbackRequest request, PlanRollbackInput input)
    {
        var original = request.ResumedExecutionArn ?? input.ExecutionArn;
        var known = await open.FindAsync(original);
        var release = new ReleaseReference
        {
            Id = ExecutionArn.Parse(original).Name,
            Application = request.Application!,
            Environment = request.Environment!,
            PlanUri = null,
            ExecutionArn = original,
        };
        if (known?.Report is not null || (known is null && request.ResumedExecutionArn is not null))
            return Ended(release, known?.Report, request);
        request = request with { To = request.To ?? known?.Request?.To ?? await FindTargetAsync(release) };
        if (known is null)
            await open.WriteAsync(new OpenRelease { Release = release, Request = request });
        return await TakeLockAsync(release, known?.Plan, request, input.ExecutionArn);
    }

    /// <summary>
    /// The release before the one that was live when the rollback was asked for. A release that succeeds while this one waits for the lock
    /// does not change what was meant.
    /// </summary>
    private async Task<string> FindTargetAsync(ReleaseReference release)
    {
        if (await ledger.FindTargetAsync(release) is { } known)
            return known;
        var current = await CurrentAsync(release);
        var target =
            current.Previous
            ?? throw new InvalidRollbackRequestException(
                $"Release {current.Id} is the first of {release.Application} in {release.Environment}; there is none before it to go back to."
            );
        await ledger.RecordTargetAsync(release, target);
        return target;
    }

    private async Task<ReleaseRecord> CurrentAsync(ReleaseReference release) =>
        await ledger.FindCurrentAsync(release)
        ?? throw new InvalidRollbackRequestException(
            $"No release of {release.Application} is live in {release.Environment}, so there is nothing to roll back."
        );

    private async Task<RollbackPlan> TakeLockAsync(ReleaseReference release, RollbackPlan? known, RollbackRequest request, string rollback)
    {
        try
        {
            var token = await @lock.TakeOverAsync(release, rollback);
            var plan = known ?? await PlanAsync(release, request);
            return plan with { Release = plan.Release with { Token = token } };
        }
        catch (Exception e) when (e is InvalidRollbackRequestException or ReleaseLockedException && request.ResumedExecutionArn is null)
        {
            // Nothing was touched, so there is nothing to guard.
            await @lock.ReleaseAsync(release);
            await open.CloseAsync(release.ExecutionArn);
            throw;
        }
    }

    private async Task<RollbackPlan> PlanAsync(ReleaseReference release, RollbackRequest request)
    {
        var current = await CurrentAsync(release);
        var (undone, target) = await WalkAsync(current, request.To!);
        var journals = new List<IReadOnlyList<JournalEntry>>();
        foreach (var record in undone)
            journals.Add(await journal.ReadAsync(record.Key));
        var sum = MergedJournal.Of(journals);
        await journal.WriteAsync(release, sum);

        var plan = new RollbackPlan
        {
            Release = release,
            Error = new CaughtError(
                "RollbackRequested",
                new JsonObject { ["errorMessage"] = Describe(request, current, target) }.ToJsonString()
            ),
            Groups = RollbackGroups.Of(sum),
            Undone = [.. undone.Select(r => r.Id)],
            To = target.Id,
            TestPlanUri = target.PlanUri,
        };
        await open.WriteAsync(
            new OpenRelease
            {
                Release = release,
                Request = request,
                Plan = plan,
            }
        );
        return plan;
    }

    /// <summary>The releases from the current one back to the target, which is left out.</summary>
    private async Task<(List<ReleaseRecord> Undone, ReleaseRecord Target)> WalkAsync(ReleaseRecord current, string to)
    {
        if (to == current.Id)
            throw new InvalidRollbackRequestException($"Release {to} is live already.");
        var undone = new List<ReleaseRecord>();
        var record = current;
        while (record.Id != to)
        {
            undone.Add(record);
            record =
                record.Previous is { } previous && undone.Count < LongestWay
                    ? await ledger.FindRecordAsync(record.Key with { Id = previous })
                    : null;
            if (record is null)
                throw new InvalidRollbackRequestException(
                    $"Release {to} is not one of those that were live before {current.Id} ({string.Join(", ", undone.Skip(1).Select(r => r.Id).DefaultIfEmpty("none"))}). See: coderipple history"
                );
        }

        return record.Status == ReleaseStatus.Succeeded
            ? (undone, record)
            : throw new InvalidRollbackRequestException($"Release {to} did not succeed (it is {record.Status}), so it cannot be restored.");
    }

    private static RollbackPlan Ended(ReleaseReference release, ReleaseReport? report, RollbackRequest request) =>
        new()
        {
            Release = release,
            Error = new CaughtError("RollbackRequested", null),
            Report = report ?? Reports.NoChange(release, "This rollback has already finished."),
            Notify = request.StartedByGuardian && report is not null,
        };

    private static string Describe(RollbackRequest request, ReleaseRecord current, ReleaseRecord target) =>
        $"{request.RequestedBy ?? "Somebody"} asked to roll back from release {current.Id} to {target.Id}{(request.Reason is { Length: > 0 } reason ? $": {reason}" : ".")}";
}
