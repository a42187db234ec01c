using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Writes down how the rollback ended, frees the lock, and finds the words for it.</summary>
public sealed class CompleteRollbackStep(ReleaseLedger ledger, ReleaseLock @lock, TimeProvider time)
{
    [LambdaFunction]
    public async Task<ReleaseReport> CompleteRollback(CompleteRollbackInput input)
    {
        var rollback = input.Rollback;
        var record = await ledger.FindRecordAsync(rollback.Release) ?? throw new InvalidOperationException($"Release {rollback.Release.Id} has no record.");
        if (record.Status == ReleaseStatus.Succeeded)
        {
            await @lock.ReleaseAsync(rollback.Release);
            return Reports.StillLive(record);
        }

        var notRestored = FindNotRestored(rollback);
        record = record with
        {
            Status = notRestored.Count == 0 ? ReleaseStatus.RolledBack : ReleaseStatus.RollbackFailed,
            EndedAt = time.GetUtcNow(),
            Failure = Failures.Describe(rollback.Error),
            Restored = [.. (rollback.Verification ?? []).Where(r => r.Outcome != RevertLog.NotRestored).Select(r => r.Resource)],
            NotRestored = notRestored,
        };
        await UnmarkCurrentAsync(rollback.Release);
        await ledger.UpdateAsync(record);
        await @lock.ReleaseAsync(rollback.Release);
        return Reports.RolledBack(record);
    }

    private static List<string> FindNotRestored(RollbackProgress rollback)
    {
        var notRestored = (rollback.Verification ?? []).Where(r => r.Outcome == RevertLog.NotRestored).Select(r => $"{r.Resource}: {r.Why}").ToList();
        Add("the journal could not be read", rollback.PlanError);
        Add("the way back stopped", rollback.RevertError);
        Add("what was put back could not be verified", rollback.VerificationError);
        Add("tests after the rollback", rollback.TestError);
        return notRestored;

        void Add(string what, CaughtError? error)
        {
            if (error is not null)
                notRestored.Add($"{what}: {Failures.Describe(error)}");
        }
    }

    // CompleteRelease may have failed after it had marked the release as current.
    private async Task UnmarkCurrentAsync(ReleaseReference release)
    {
        var current = await ledger.FindCurrentAsync(release);
        if (current?.Id == release.Id)
            await ledger.MarkCurrentAsync(release, current.Previous is { } previous ? await ledger.FindRecordAsync(release with { Id = previous }) : null);
    }
}
