using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Writes down how the rollback ended and gives the lock back, in one piece, and finds the words for it.</summary>
public sealed class CompleteRollbackStep(
    ReleaseLedger ledger,
    OpenReleases open,
    ReleaseLock @lock,
    ReleaseMetrics metrics,
    TimeProvider time
)
{
    /// <exception cref="LockLostException">Another rollback took over; it writes down how that ends.</exception>
    [LambdaFunction]
    public Task<ReleaseReport> CompleteRollback(CompleteRollbackInput input) =>
        input.Rollback.To is { } to ? CompleteRequestedAsync(input, to) : CompleteReleaseAsync(input);

    private async Task<ReleaseReport> CompleteReleaseAsync(CompleteRollbackInput input)
    {
        var release = input.Rollback.Release;
        var before =
            await ledger.FindRecordAsync(release.Key) ?? throw new InvalidOperationException($"Release {release.Id} has no record.");
        // A second delivery: by now the lock may be another release's.
        if (before.RollbackExecutionArn == input.ExecutionArn && before.Status != ReleaseStatus.InProgress)
            return Reports.RolledBack(before);
        var record = Describe(before, input) with { EndedAt = time.GetUtcNow() };
        await CompleteAsync(release, record);
        metrics.Ended(before, record);
        return Reports.RolledBack(record);
    }

    private async Task CompleteAsync(ReleaseReference release, ReleaseRecord record)
    {
        if (release.Token > 0)
        {
            await ledger.CompleteAsync(release, [record]);
            return;
        }

        // It never held the lock. After the record: a late AcquireLock looks there whether it still may.
        await ledger.CloseAsync(record);
        await @lock.ReleaseAsync(release);
    }

    private async Task<ReleaseReport> CompleteRequestedAsync(CompleteRollbackInput input, string to)
    {
        var release = input.Rollback.Release;
        var requested = await open.FindAsync(release.ExecutionArn);
        if (requested?.Report is { } report)
            return report;
        var live = new List<ReleaseRecord>();
        foreach (var id in input.Rollback.Undone)
            live.Add((await ledger.FindRecordAsync(release.Key with { Id = id }))!);
        var undone = live.ConvertAll(record => Describe(record, input));
        var isBack = undone[0].Status == ReleaseStatus.RolledBack;
        // When not everything is back, the release that was live still is the one to go back from.
        var current = isBack ? await ledger.FindRecordAsync(release.Key with { Id = to }) : undone[0];
        var edits = (input.Rollback.Verification ?? []).Where(r => r.IsEdit).Select(r => r.Resource);
        report = Reports.RolledBackTo(undone[0], to, [.. undone.Select(r => r.Id)], [.. edits], release.ExecutionArn);
        await ledger.CompleteAsync(
            release,
            isBack ? undone : [undone[0]],
            ledger.Current(release, current),
            open.Put(
                new OpenRelease
                {
                    Release = release,
                    Request = requested?.Request,
                    Plan = requested?.Plan,
                    Report = report,
                    ReportedBy = input.ExecutionArn,
                }
            )
        );
        metrics.Ended(live[0], undone[0]);
        return report;
    }

    private static ReleaseRecord Describe(ReleaseRecord record, CompleteRollbackInput input)
    {
        var notRestored = FindNotRestored(input.Rollback);
        var verified = input.Rollback.Verification ?? [];
        return record with
        {
            Status = notRestored.Count == 0 ? ReleaseStatus.RolledBack : ReleaseStatus.RollbackFailed,
            Failure = Failures.Describe(input.Rollback.Error),
            RollbackExecutionArn = input.ExecutionArn,
            Restored = [.. verified.Where(r => r.Outcome is RevertOutcome.Restored or RevertOutcome.Already).Select(r => r.Resource)],
            Removed = [.. verified.Where(r => r.Outcome == RevertOutcome.Removed).Select(r => r.Resource)],
            NotRestored = notRestored,
            Tested = input.Rollback.Tested?.ToString(),
            FailingTests = input.Rollback.Tested?.Failures ?? [],
            BackTo = input.Rollback.To,
        };
    }

    private static List<string> FindNotRestored(RollbackProgress rollback)
    {
        var notRestored = (rollback.Verification ?? [])
            .Where(r => r.Outcome == RevertOutcome.NotRestored)
            .Select(r => $"{r.Resource}: {r.Why}")
            .ToList();
        Add("the rollback stopped", rollback.RevertError);
        Add("what was restored could not be verified", rollback.VerificationError);
        Add("the tests of what was restored could not be run", rollback.TestError);
        return notRestored;

        void Add(string what, CaughtError? error)
        {
            if (error is not null)
                notRestored.Add($"{what}: {Failures.Describe(error)}");
        }
    }
}
