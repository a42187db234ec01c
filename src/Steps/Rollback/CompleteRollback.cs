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
        var record = await ledger.FindRecordAsync(input.Release) ?? throw new InvalidOperationException($"Release {input.Release.Id} has no record.");
        if (record.Status == ReleaseStatus.Succeeded)
            return new ReleaseReport { Status = record.Status, Subject = "", Message = $"Release {record.Id} had succeeded; there was nothing to roll back." };

        var notRestored = input.Verification.Where(r => r.Outcome == RevertLog.NotRestored).Select(r => $"{r.Resource}: {r.Why}").ToList();
        if (input.TestError is not null)
            notRestored.Add($"tests after the rollback: {Failures.Describe(input.TestError)}");
        record = record with
        {
            Status = notRestored.Count == 0 ? ReleaseStatus.RolledBack : ReleaseStatus.RollbackFailed,
            EndedAt = time.GetUtcNow(),
            Failure = Failures.Describe(input.Error),
            Restored = [.. input.Verification.Where(r => r.Outcome != RevertLog.NotRestored).Select(r => r.Resource)],
            NotRestored = notRestored,
        };
        await UnmarkCurrentAsync(input.Release);
        await ledger.UpdateAsync(record);
        await @lock.ReleaseAsync(input.Release);
        return Reports.RolledBack(record);
    }

    // CompleteRelease may have failed after it had marked the release as current.
    private async Task UnmarkCurrentAsync(ReleaseReference release)
    {
        var current = await ledger.FindCurrentAsync(release);
        if (current?.Id == release.Id)
            await ledger.MarkCurrentAsync(release, current.Previous is { } previous ? await ledger.FindRecordAsync(release with { Id = previous }) : null);
    }
}
