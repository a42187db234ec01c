using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>How an application was at its last health check, and at the one before.</summary>
public sealed class HealthLedger(LedgerTable table)
{
    public Task<HealthState?> FindAsync(ReleaseReference release) => FindAsync(release, LedgerKeys.Health);

    public Task<HealthState?> FindPreviousAsync(ReleaseReference release) => FindAsync(release, LedgerKeys.PreviousHealth);

    public async Task WriteAsync(ReleaseReference release, HealthState? last, HealthState state)
    {
        if (last is not null)
            await WriteAsync(release, LedgerKeys.PreviousHealth, last);
        await WriteAsync(release, LedgerKeys.Health, state);
    }

    private Task<HealthState?> FindAsync(ReleaseReference release, string sk) =>
        table.FindAsync(PartitionOf(release), sk, ContractsJson.Default.HealthState);

    private Task WriteAsync(ReleaseReference release, string sk, HealthState state) =>
        table.WriteAsync(PartitionOf(release), sk, state, ContractsJson.Default.HealthState);

    private static string PartitionOf(ReleaseReference release) => LedgerKeys.Application(release.Application, release.Environment);
}
