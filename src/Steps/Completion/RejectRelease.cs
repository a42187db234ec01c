using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Ends a release that never changed anything: says so in its record, and frees the lock if it got that far.</summary>
public sealed class RejectReleaseStep(ReleaseLedger ledger, ReleaseLock @lock, StepSettings settings, TimeProvider time)
{
    [LambdaFunction]
    public async Task<ReleaseReport> RejectRelease(RejectReleaseInput input)
    {
        var failure = Failures.Describe(input.Error);
        if (input.Release is null)
            return Reports.Rejected(null, settings.Environment, input.ExecutionArn, failure);

        await @lock.ReleaseAsync(input.Release);
        var report = Reports.Rejected(input.Release, settings.Environment, input.ExecutionArn, failure);
        if (await ledger.FindRecordAsync(input.Release) is not { } record || record.ExecutionArn != input.ExecutionArn)
            return report;
        record = record with { Status = ReleaseStatus.Rejected, EndedAt = time.GetUtcNow(), Failure = failure };
        await ledger.UpdateAsync(record);
        return report with { Event = ReleaseEvent.Of(record) };
    }
}
