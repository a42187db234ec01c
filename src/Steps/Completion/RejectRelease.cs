using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Ends a release that never changed anything: says so in its record, and frees the lock if it got that far.</summary>
public sealed class RejectReleaseStep(ReleaseLedger ledger, ReleaseLock @lock, TimeProvider time)
{
    [LambdaFunction]
    public async Task<ReleaseReport> RejectRelease(RejectReleaseInput input)
    {
        var failure = Failures.Describe(input.Error);
        if (input.Release is null)
            return Reports.Rejected(null, input.ExecutionArn, failure);

        await @lock.ReleaseAsync(input.Release);
        if (await ledger.FindRecordAsync(input.Release) is { } record && record.ExecutionArn == input.ExecutionArn)
            await ledger.UpdateAsync(record with { Status = ReleaseStatus.Rejected, EndedAt = time.GetUtcNow(), Failure = failure });
        return Reports.Rejected(input.Release, input.ExecutionArn, failure);
    }
}
