using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>The end of a release whose rollback died again and again: people are notified once.</summary>
public sealed class AbandonedRollback(ReleaseLedger ledger, OpenReleases open, ReleaseLock @lock, TimeProvider time)
{
    public async Task<RollbackPlan> PlanAsync(RollbackRequest request, string rollback)
    {
        var found = await open.FindAsync(request.ResumedExecutionArn ?? request.Release!.ExecutionArn);
        var release = found?.Release ?? request.Release!;
        var record = await FindRecordAsync(found, release);
        var plan = new RollbackPlan
        {
            Release = release,
            Error = request.Error ?? new CaughtError("RollbackInterrupted", null),
            Notify = found is not null,
        };
        if (record is null)
            return plan with
            {
                Report = Reports.NoChange(
                    release,
                    $"A rollback of {release.Application} in {release.Environment} was requested, but every attempt was interrupted before it changed anything. {request.Reason}"
                ),
            };
        if (found?.Plan is null && record.Status != ReleaseStatus.InProgress)
            return plan with { Report = Reports.Of(record, release) };

        record = record with
        {
            Status = ReleaseStatus.RollbackFailed,
            EndedAt = time.GetUtcNow(),
            Failure = Failures.Describe(plan.Error),
            RollbackExecutionArn = rollback,
            BackTo = found?.Plan?.To,
            NotRestored = [$"nothing is known to be restored: every attempt of the rollback was interrupted. {request.Reason}".TrimEnd()],
        };
        await ledger.CloseAsync(record);
        await @lock.ReleaseAsync(release);
        return plan with { Report = Reports.RolledBack(record) };
    }

    // A person's rollback has no record of its own; the release that it undoes first is the one that is not what it says.
    private async Task<ReleaseRecord?> FindRecordAsync(OpenRelease? found, ReleaseReference release) =>
        found switch
        {
            { Request: not null, Plan: null } => null,
            { Plan: { } plan } => await ledger.FindRecordAsync(release.Key with { Id = plan.Undone[0] }),
            _ => await ledger.FindRecordAsync(release.Key),
        };
}
