using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// From the release that is live back to one before it, at the wish of a person: the journals of all releases in between are summed
/// up in one, and that is undone like the journal of a release that failed.
/// </summary>
public sealed class WayBack(ReleaseLedger ledger, OpenReleases open, ReleaseLock @lock, Journal journal)
{
    // Every release on the way is two items of one transaction, and DynamoDB takes 100.
    private const int LongestWay = 40;

    public async Task<RollbackPlan> PlanAsync(RollbackRequest wish, PlanRollbackInput input)
    {
        var original = wish.Resume ?? input.ExecutionArn;
        var known = await open.FindAsync(original);
        var release = new ReleaseReference
        {
            Id = ExecutionArn.Parse(original).Name,
            Application = wish.Application!,
            Environment = wish.Environment!,
            PlanUri = null,
            ExecutionArn = original,
        };
        if (known?.Report is not null || (known is null && wish.Resume is not null))
            return Ended(release, known?.Report, wish);
        if (known is null)
            await open.WriteAsync(new OpenRelease { Release = release, Wish = wish });
        return await TakeLockAsync(release, known?.Plan, wish, input.ExecutionArn);
    }

    private async Task<RollbackPlan> TakeLockAsync(ReleaseReference release, RollbackPlan? known, RollbackRequest wish, string rollback)
    {
        try
        {
            var token = await @lock.TakeOverAsync(release, rollback);
            var plan = known ?? await PlanAsync(release, wish);
            return plan with { Release = plan.Release with { Token = token } };
        }
        catch (Exception e) when (e is InvalidRollbackRequestException or ReleaseLockedException && wish.Resume is null)
        {
            // Nothing was touched, so there is nothing to guard.
            await @lock.ReleaseAsync(release);
            await open.CloseAsync(release.ExecutionArn);
            throw;
        }
    }

    private async Task<RollbackPlan> PlanAsync(ReleaseReference release, RollbackRequest wish)
    {
        var current = await ledger.FindCurrentAsync(release)
            ?? throw new InvalidRollbackRequestException($"No release of {release.Application} is live in {release.Environment}, so there is nothing to go back from.");
        var (undone, target) = await WalkAsync(release, current, wish.To);
        var journals = new List<IReadOnlyList<JournalEntry>>();
        foreach (var record in undone)
            journals.Add(await journal.ReadAsync(record.Key));
        var sum = JournalSum.Of(journals);
        await journal.WriteAsync(release, sum);

        var plan = new RollbackPlan
        {
            Release = release,
            Error = new CaughtError("RollbackRequested", new JsonObject { ["errorMessage"] = Describe(wish, current, target) }.ToJsonString()),
            Groups = RollbackGroups.Of(sum),
            Undone = [.. undone.Select(r => r.Id)],
            To = target.Id,
            TestPlanUri = target.PlanUri,
        };
        await open.WriteAsync(new OpenRelease { Release = release, Wish = wish, Plan = plan });
        return plan;
    }

    /// <summary>The releases from the current one back to the target, which is left out.</summary>
    private async Task<(List<ReleaseRecord> Undone, ReleaseRecord Target)> WalkAsync(ReleaseReference release, ReleaseRecord current, string? to)
    {
        to ??= current.Previous ?? throw new InvalidRollbackRequestException(
            $"Release {current.Id} is the first of {release.Application} in {release.Environment}; there is none before it to go back to.");
        if (to == current.Id)
            throw new InvalidRollbackRequestException($"Release {to} is live already.");
        var undone = new List<ReleaseRecord>();
        var record = current;
        while (record.Id != to)
        {
            undone.Add(record);
            record = record.Previous is { } previous && undone.Count < LongestWay
                ? await ledger.FindRecordAsync(record.Key with { Id = previous })
                : null;
            if (record is null)
                throw new InvalidRollbackRequestException(
                    $"Release {to} is not one of those that were live before {current.Id} ({string.Join(", ", undone.Skip(1).Select(r => r.Id).DefaultIfEmpty("none"))}). See: coderipple history");
        }

        return record.Status == ReleaseStatus.Succeeded
            ? (undone, record)
            : throw new InvalidRollbackRequestException($"Release {to} did not succeed (it is {record.Status}), so nobody can go back to it.");
    }

    private static RollbackPlan Ended(ReleaseReference release, ReleaseReport? report, RollbackRequest wish) => new()
    {
        Release = release,
        Error = new CaughtError("RollbackRequested", null),
        Report = report ?? Reports.Nothing(release, "This rollback has come to its end before."),
        Tell = wish.Guarded && report is not null,
    };

    private static string Describe(RollbackRequest wish, ReleaseRecord current, ReleaseRecord target) =>
        $"{wish.RequestedBy ?? "Somebody"} asked to go back from release {current.Id} to {target.Id}{(wish.Reason is { Length: > 0 } reason ? $": {reason}" : ".")}";
}
