using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>What stood there before each change, written before the change and only by the holder of the lock.</summary>
public sealed class Journal(LedgerTable table, ReleaseLock @lock, TimeProvider time) : IDisposable
{
    // Every entry checks the same lock item, and DynamoDB cancels transactions that overlap on an item.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>
    /// Writes what stands there before a change, and what the change is to make of it. A second delivery gets the first one's entry.
    /// </summary>
    /// <param name="revision">Of what stands there.</param>
    /// <param name="isEdit">Whether what stands there was changed by hand.</param>
    /// <exception cref="LockLostException">Another release holds the lock; nothing was written.</exception>
    public async Task<JournalEntry> OpenAsync(
        ReleaseReference release,
        JournalPhase phase,
        ResourceId resource,
        JsonNode? before,
        JsonNode? target = null,
        string? revision = null,
        bool isEdit = false
    )
    {
        var entry = new JournalEntry
        {
            Phase = phase,
            Resource = resource,
            Before = before,
            Target = target,
            Revision = revision,
            BeforeIsEdit = isEdit,
            At = time.GetUtcNow(),
        };
        return await WriteAsync(release, entry, ifAbsent: true) ? entry : (await FindAsync(release, phase, resource))!;
    }

    /// <summary>Says that a resource which the release has changed is about to change again.</summary>
    /// <exception cref="LockLostException">Another release holds the lock; nothing was written.</exception>
    public async Task<JournalEntry> ReopenAsync(
        ReleaseReference release,
        JournalEntry entry,
        JsonNode? target = null,
        string? revision = null
    )
    {
        entry = entry with { Done = false, Target = target, Revision = revision, At = time.GetUtcNow() };
        await WriteAsync(release, entry, ifAbsent: false);
        return entry;
    }

    /// <summary>Writes what stands there after the change.</summary>
    public Task CloseAsync(ReleaseReference release, JournalEntry entry, JsonNode? after) =>
        table.WriteAsync(
            PartitionOf(release),
            entry.SortKey,
            entry with
            {
                After = after,
                Done = true,
            },
            ContractsJson.Default.JournalEntry
        );

    public Task<JournalEntry?> FindAsync(ReleaseReference release, JournalPhase phase, ResourceId resource) =>
        FindAsync(release, JournalEntry.KeyOf(phase, resource));

    public Task<JournalEntry?> FindAsync(ReleaseReference release, string sortKey) =>
        table.FindAsync(PartitionOf(release), sortKey, ContractsJson.Default.JournalEntry);

    /// <summary>The first entry of the same resource, in the order of the phases; null when it has none before this one.</summary>
    public async Task<JournalEntry?> FindEarlierAsync(ReleaseReference release, JournalEntry entry)
    {
        foreach (var phase in Enum.GetValues<JournalPhase>().Where(phase => phase < entry.Phase))
            if (await FindAsync(release, phase, entry.Resource) is { } earlier)
                return earlier;
        return null;
    }

    /// <summary>All entries in the order of the phases.</summary>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(ReleaseKey release) =>
        table.QueryAsync(LedgerKeys.Release(release), LedgerKeys.JournalPrefix, ContractsJson.Default.JournalEntry);

    /// <summary>Writes entries that sum up other journals; nothing is changed by them.</summary>
    public async Task WriteAsync(ReleaseReference release, IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
            await table.WriteAsync(PartitionOf(release), entry.SortKey, entry, ContractsJson.Default.JournalEntry);
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <returns>false when there is such an entry already.</returns>
    private async Task<bool> WriteAsync(ReleaseReference release, JournalEntry entry, bool ifAbsent)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return await table.WriteAllAsync(
                @lock.Check(release),
                table.Put(PartitionOf(release), entry.SortKey, entry, ContractsJson.Default.JournalEntry, ifAbsent)
            ) switch
            {
                null => true,
                0 => throw new LockLostException(
                    $"Release {release.Id} lost the lock of {release.Application} in {release.Environment} before it changed {entry.Resource}; it stops here."
                ),
                _ => false,
            };
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static string PartitionOf(ReleaseReference release) => LedgerKeys.Release(release.Key);
}
