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
        return await WriteAsync(release, entry, "attribute_not_exists(pk)") ? entry : (await FindAsync(release, phase, resource))!;
    }

    /// <summary>Says that a resource which the release has changed is about to change again.</summary>
    /// <exception cref="LockLostException">The lock is somebody else's; nothing was written.</exception>
    public async Task<JournalEntry> ReopenAsync(ReleaseReference release, JournalEntry entry)
    {
        entry = entry with { Done = false };
        await WriteAsync(release, entry, condition: null);
        return entry;
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

    /// <returns>false when the condition does not hold.</returns>
    private async Task<bool> WriteAsync(ReleaseReference release, JournalEntry entry, string? condition)
    {
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
                            ConditionExpression = condition,
                        },
                    },
                ],
            });
            return true;
        }
        catch (TransactionCanceledException cancelled) when (Failed(cancelled, 0))
        {
            throw new LockLostException($"Release {release.Id} lost the lock of {release.Application} in {release.Environment} before it changed {entry.Resource}; it stops here.");
        }
        catch (TransactionCanceledException cancelled) when (Failed(cancelled, 1))
        {
            return false;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static string PartitionOf(ReleaseReference release) => LedgerKeys.Release(release.Application, release.Id);

    private static bool Failed(TransactionCanceledException cancelled, int item) =>
        cancelled.CancellationReasons?.ElementAtOrDefault(item)?.Code == "ConditionalCheckFailed";
}
