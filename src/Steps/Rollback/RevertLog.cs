using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>What a rollback did to each journaled resource; kept, so that a second run still knows.</summary>
public sealed class RevertLog(LedgerTable table)
{
    public async Task<RevertResult> WriteAsync(ReleaseReference release, JournalEntry entry, RevertOutcome outcome, string? why)
    {
        var result = new RevertResult(entry.Resource.ToString(), outcome, why);
        await table.WriteAsync(LedgerKeys.Release(release.Key), LedgerKeys.Revert(entry), result, ContractsJson.Default.RevertResult);
        return result;
    }

    public Task<RevertResult?> FindAsync(ReleaseReference release, JournalEntry entry) =>
        table.FindAsync(LedgerKeys.Release(release.Key), LedgerKeys.Revert(entry), ContractsJson.Default.RevertResult);
}
