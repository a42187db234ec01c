using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>What a release writes down of its traffic shift: one item for each stage.</summary>
public sealed class CanaryLedger(LedgerTable table)
{
    /// <summary>Writes down that a stage has begun; a second delivery keeps the first one's time.</summary>
    public Task BeginAsync(ReleaseReference release, CanaryRecord stage) =>
        table.WriteIfAbsentAsync(PartitionOf(release), LedgerKeys.Canary(stage.Stage), stage, ContractsJson.Default.CanaryRecord);

    public Task WriteAsync(ReleaseReference release, CanaryRecord stage) =>
        table.WriteAsync(PartitionOf(release), LedgerKeys.Canary(stage.Stage), stage, ContractsJson.Default.CanaryRecord);

    /// <summary>The stages that have begun, in their order.</summary>
    public Task<IReadOnlyList<CanaryRecord>> ReadAsync(ReleaseReference release) =>
        table.QueryAsync(PartitionOf(release), LedgerKeys.CanaryPrefix, ContractsJson.Default.CanaryRecord);

    /// <summary>The stage that gave the new versions all traffic; null before that.</summary>
    public Task<CanaryRecord?> FindLastAsync(ReleaseReference release, TrafficRequest traffic) =>
        table.FindAsync(PartitionOf(release), LedgerKeys.Canary(traffic.AllStages.Count - 1), ContractsJson.Default.CanaryRecord);

    private static string PartitionOf(ReleaseReference release) => LedgerKeys.Release(release.Key);
}
