using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Executions that have not come to their end: one partition, so that they are found again without reading the whole table.</summary>
public sealed class OpenReleases(LedgerTable table)
{
    public Task<IReadOnlyList<OpenRelease>> ListAsync() => table.QueryAsync(LedgerKeys.Open, "", ContractsJson.Default.OpenRelease);

    public Task<OpenRelease?> FindAsync(string executionArn) => table.FindAsync(LedgerKeys.Open, executionArn, ContractsJson.Default.OpenRelease);

    public Task WriteAsync(OpenRelease open) => table.WriteAsync(LedgerKeys.Open, open.Release.ExecutionArn, open, ContractsJson.Default.OpenRelease);

    public Task CloseAsync(string executionArn) => table.DeleteAsync(LedgerKeys.Open, executionArn);

    internal TransactWriteItem Put(OpenRelease open) => table.Put(LedgerKeys.Open, open.Release.ExecutionArn, open, ContractsJson.Default.OpenRelease);
}
