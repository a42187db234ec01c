using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>Executions that have not come to their end: one partition, so that they are found without reading the whole table.</summary>
public sealed class OpenReleases(LedgerTable table)
{
    /// <summary>All of them, of every application and environment.</summary>
    public Task<IReadOnlyList<OpenRelease>> ListAsync(CancellationToken cancellationToken = default) =>
        table.QueryAsync(LedgerKeys.Open, "", ContractsJson.Default.OpenRelease, cancellationToken);

    /// <summary>Null when the execution has come to its end, or never was one of these.</summary>
    public Task<OpenRelease?> FindAsync(string executionArn) =>
        table.FindAsync(LedgerKeys.Open, executionArn, ContractsJson.Default.OpenRelease);

    /// <summary>Writes down that an execution has not come to its end.</summary>
    public Task WriteAsync(OpenRelease open) =>
        table.WriteAsync(LedgerKeys.Open, open.Release.ExecutionArn, open, ContractsJson.Default.OpenRelease);

    /// <summary>Writes down that an execution has come to its end.</summary>
    public Task CloseAsync(string executionArn) => table.DeleteAsync(LedgerKeys.Open, executionArn);

    /// <summary>The part of a transaction that does what <see cref="WriteAsync"/> does.</summary>
    public TransactWriteItem Put(OpenRelease open) =>
        table.Put(LedgerKeys.Open, open.Release.ExecutionArn, open, ContractsJson.Default.OpenRelease);
}
