using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>What stood there before each change, written before the change and only by the holder of the lock.</summary>
public sealed class Journal(IAmazonDynamoDB dynamoDb, LedgerTable table, ReleaseLock @lock, TimeProvider time) : IDisposable
{
    // Every entry checks the same lock item, and DynamoDB cancels transactions that overlap on an item.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Writes what stands there before a change. A second delivery gets the first one's entry.</summary>
    /// <exception cref="LockLostException">The lock is somebody else's; nothing was written.</exception>
    public async Task<JournalEntry> OpenAsync(ReleaseReference release, JournalPhase phase, ResourceId resource, JsonNode? before)
    {
        var entry = new JournalEntry { Phase = phase, Resource = resource, Before = before, At = time.GetUtcNow() };
        await _oneAtATime.WaitAsync();
        try
        {
            await dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    @lock.Check(release),
                    new TransactWriteItem
                    {
                        Put = new Put
                        {
                            TableName = table.Name,
                            Item = LedgerTable.Item(PartitionOf(release), entry.SortKey, entry, ContractsJson.Default.JournalEntry),
                            ConditionExpression = "attribute_not_exists(pk)",
                        },
                    },
                ],
            });
            return entry;
        }
        catch (TransactionCanceledException cancelled) when (Failed(cancelled, 0))
        {
            throw new LockLostException($"Release {release.Id} lost the lock of {release.Application} in {release.Environment} before it changed {resource}; it stops here.");
        }
        catch (TransactionCanceledException cancelled) when (Failed(cancelled, 1))
        {
            return (await FindAsync(release, phase, resource))!;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Writes what stands there after the change.</summary>
    public Task CloseAsync(ReleaseReference release, JournalEntry entry, JsonNode? after) =>
        table.WriteAsync(PartitionOf(release), entry.SortKey, entry with { After = after, Done = true }, ContractsJson.Default.JournalEntry);

    public Task<JournalEntry?> FindAsync(ReleaseReference release, JournalPhase phase, ResourceId resource) =>
        FindAsync(release, JournalEntry.KeyOf(phase, resource));

    public Task<JournalEntry?> FindAsync(ReleaseReference release, string sortKey) =>
        table.FindAsync(PartitionOf(release), sortKey, ContractsJson.Default.JournalEntry);

    /// <summary>All entries in the order of the phases.</summary>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(ReleaseReference release) =>
        table.QueryAsync(PartitionOf(release), LedgerKeys.JournalPrefix, ContractsJson.Default.JournalEntry);

    public void Dispose() => _oneAtATime.Dispose();

    private static string PartitionOf(ReleaseReference release) => LedgerKeys.Release(release.Application, release.Id);

    private static bool Failed(TransactionCanceledException cancelled, int item) =>
        cancelled.CancellationReasons?.ElementAtOrDefault(item)?.Code == "ConditionalCheckFailed";
}
