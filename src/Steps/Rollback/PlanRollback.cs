using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// Takes the lock over, so that nothing of the release can change anything any more, and groups its journal for the rollback: last
/// phase first, so that users get the old versions at once.
/// </summary>
public sealed class PlanRollbackStep(
    ReleaseLedger ledger,
    OpenReleases open,
    ReleaseLock @lock,
    Journal journal,
    Executions executions,
    RollbackToEarlierRelease toEarlierRelease,
    AbandonedRollback abandoned,
    StepSettings settings,
    TimeProvider time
)
{
    /// <exception cref="ReleaseLockedException">Another release holds the lock, or another rollback is under way; ask again.</exception>
    /// <exception cref="InvalidRollbackRequestException">A person's request that cannot be fulfilled; nothing was touched.</exception>
    [LambdaFunction]
    public async Task<RollbackPlan> PlanRollback(PlanRollbackInput input)
    {
        var request = RollbackRequests.Read(input.Request, settings.Environment, time.GetUtcNow());
        if (request.Abandon)
            return await abandoned.PlanAsync(request, input.ExecutionArn);
        return request.Release is { } release
            ? await PlanAsync(request, release, input.ExecutionArn)
            : await toEarlierRelease.PlanAsync(request, input);
    }

    private async Task<RollbackPlan> PlanAsync(RollbackRequest request, ReleaseReference release, string rollback)
    {
        var plan = new RollbackPlan { Release = release, Error = request.Error ?? new CaughtError("RollbackRequested", request.Reason) };
        var record = await FindRecordAsync(release);
        if (HasEnded(record, request))
            return await NotifyAsync(plan, record, request);

        var held = await @lock.FindAsync(release);
        // Without a change and without the lock there is nothing to protect: another release may hold it.
        if (held?.Owner != release.ExecutionArn && (await journal.ReadAsync(release.Key)).Count == 0)
            return plan;
        await EnsureSoleRollbackAsync(release, held, rollback);
        release = release with { Token = await @lock.TakeOverAsync(release, rollback) };

        // From here on nothing of the release is journaled any more; its last step may have ended just before.
        record = await FindRecordAsync(release);
        if (HasEnded(record, request))
        {
            await @lock.ReleaseAsync(release);
            return await NotifyAsync(plan, record, request);
        }

        await ReopenAsync(record, release);
        var current = await ledger.FindCurrentAsync(release);
        var groups = RollbackGroups.Of(await journal.ReadAsync(release.Key));
        return plan with { Release = release, Groups = groups, TestPlanUri = current?.PlanUri };
    }

    private async Task<ReleaseRecord> FindRecordAsync(ReleaseReference release) =>
        await ledger.FindRecordAsync(release.Key) is { } record && record.ExecutionArn == release.ExecutionArn
            ? record
            : throw new InvalidRollbackRequestException(
                $"There is no release {release.Id} of {release.Application} that execution {release.ExecutionArn} has made."
            );

    // A person may try once more what failed; a finished release is not undone by its own late failure.
    private static bool HasEnded(ReleaseRecord record, RollbackRequest request) =>
        record.Status != ReleaseStatus.InProgress && (record.Status != ReleaseStatus.RollbackFailed || request.StartedByGuardian);

    private async Task<RollbackPlan> NotifyAsync(RollbackPlan plan, ReleaseRecord record, RollbackRequest request) =>
        plan with
        {
            Report = Reports.Of(record, plan.Release),
            Notify = request.StartedByGuardian && await open.FindAsync(plan.Release.ExecutionArn) is not null,
        };

    private async Task EnsureSoleRollbackAsync(ReleaseReference release, LockHolder? held, string rollback)
    {
        if (
            held is { IsFree: false }
            && held.Owner == release.ExecutionArn
            && held.By != release.ExecutionArn
            && held.By != rollback
            && await executions.IsRunningAsync(held.By)
        )
            throw new ReleaseLockedException($"Release {release.Id} of {release.Application} is being rolled back already, by {held.By}.");
    }

    // Another attempt of a rollback that had ended is watched by the guardian as the first one was.
    private async Task ReopenAsync(ReleaseRecord record, ReleaseReference release)
    {
        if (record.Status == ReleaseStatus.InProgress)
            return;
        await ledger.CloseAsync(record with { Status = ReleaseStatus.InProgress, EndedAt = null });
        await open.WriteAsync(new OpenRelease { Release = release });
    }
}
