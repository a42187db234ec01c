using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Remembers which sample event a run has sent, so that a step that is called again looks for that one.</summary>
public sealed class SentEvents(LedgerTable table)
{
    internal Task<SentEvent?> FindAsync(CheckScope scope, string name) =>
        table.FindAsync(PartitionOf(scope), Key(scope, name), ContractsJson.Default.SentEvent);

    internal Task<SentEvent> WriteAsync(CheckScope scope, string name, SentEvent sent) =>
        table.WriteIfAbsentAsync(PartitionOf(scope), Key(scope, name), sent, ContractsJson.Default.SentEvent);

    private static string PartitionOf(CheckScope scope) => LedgerKeys.Release(scope.Release.Key);

    private static string Key(CheckScope scope, string name) => LedgerKeys.SentEvent(scope.Run, name);
}
