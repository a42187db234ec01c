using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>Groups the journal of a release for the way back: last phase first, so that users get the old versions at once.</summary>
public sealed class PlanRollbackStep(ReleaseLedger ledger, Journal journal)
{
    [LambdaFunction]
    public async Task<RollbackPlan> PlanRollback(RollbackInput input)
    {
        // A finished release is not undone by its own late failure, for instance when only the message could not be sent.
        if (await ledger.FindRecordAsync(input.Release) is { Status: ReleaseStatus.Succeeded })
            return new RollbackPlan([]);

        var entries = await journal.ReadAsync(input.Release);
        return new RollbackPlan([.. entries
            .GroupBy(e => e.Phase)
            .OrderByDescending(g => g.Key)
            .Select(g => new RollbackGroup(g.Key, [.. g.Select(e => e.SortKey)]))]);
    }
}
