using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>Ends a release that never changed anything: says so in its record, and frees the lock if it got that far.</summary>
public sealed class RejectReleaseStep(
    ReleaseLedger ledger,
    OpenReleases open,
    ReleaseLock @lock,
    ReleaseMetrics metrics,
    StepSettings settings,
    TimeProvider time
)
{
    [LambdaFunction]
    public async Task<ReleaseReport> RejectRelease(RejectReleaseInput input)
    {
        var failure = Failures.Describe(input.Error);
        // PrepareRelease may have died after it had registered the release.
        var release = input.Release ?? (await open.FindAsync(input.ExecutionArn))?.Release;
        if (release is null)
        {
            metrics.RejectedUnread(settings.Environment, input.ExecutionArn, time.GetUtcNow());
            return Reports.Rejected(null, settings.Environment, input.ExecutionArn, failure);
        }

        var report = Reports.Rejected(release, settings.Environment, input.ExecutionArn, failure);
        if (await ledger.FindRecordAsync(release.Key) is { } before && before.ExecutionArn == input.ExecutionArn)
        {
            var record = before with { Status = ReleaseStatus.Rejected, EndedAt = time.GetUtcNow(), Failure = failure };
            await ledger.CloseAsync(record);
            metrics.Ended(before, record);
            report = report with { Event = ReleaseEvent.Of(record) };
        }

        // After the record: a late AcquireLock looks there whether it still may hold the lock.
        await @lock.ReleaseAsync(release);
        return report;
    }
}
