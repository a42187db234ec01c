using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>What a release writes down of itself: its record, and the layer versions and function versions it made.</summary>
public sealed class ReleaseLedger(LedgerTable table, OpenReleases open, ReleaseLock @lock)
{
    private const string ApplicationPrefix = "APP#";

    /// <summary>
    /// Makes the release id this execution's own, and the execution one that the guardian watches. Answers the record that has the
    /// id: another execution's, or this one's (second delivery).
    /// </summary>
    public async Task<ReleaseRecord> RegisterAsync(ReleaseRecord record, ReleaseReference release)
    {
        var taken = await table.WriteAllAsync([
            table.Put(LedgerKeys.Release(record.Application, record.Id), LedgerKeys.Record, record, ContractsJson.Default.ReleaseRecord, ifAbsent: true),
            table.Put(PartitionOf(record), LedgerKeys.History(record.StartedAt, record.Id), record, ContractsJson.Default.ReleaseRecord),
            table.Put(LedgerKeys.Applications(record.Environment), ApplicationPrefix + record.Application, record.Application, ContractsJson.Default.String),
            open.Put(new OpenRelease { Release = release })]);
        return taken is null ? record : (await FindRecordAsync(release))!;
    }

    public Task<ReleaseRecord?> FindRecordAsync(ReleaseReference release) =>
        table.FindAsync(LedgerKeys.Release(release.Application, release.Id), LedgerKeys.Record, ContractsJson.Default.ReleaseRecord);

    /// <summary>The record of the release that is live now; null when there is none.</summary>
    public Task<ReleaseRecord?> FindCurrentAsync(ReleaseReference release) => FindCurrentAsync(release.Application, release.Environment);

    public Task<ReleaseRecord?> FindCurrentAsync(string application, string environment) =>
        table.FindAsync(LedgerKeys.Application(application, environment), LedgerKeys.Current, ContractsJson.Default.ReleaseRecord);

    /// <summary>The applications that have had a release in an environment, live or not.</summary>
    public Task<IReadOnlyList<string>> ApplicationsAsync(string environment) =>
        table.QueryAsync(LedgerKeys.Applications(environment), ApplicationPrefix, ContractsJson.Default.String);

    /// <summary>Writes down how a release ended, and gives its lock back with it.</summary>
    /// <exception cref="LockLostException">The lock is somebody else's; nothing was written.</exception>
    public async Task CompleteAsync(ReleaseReference release, IReadOnlyList<ReleaseRecord> records, params TransactWriteItem[] more)
    {
        if (await table.WriteAllAsync([@lock.Free(release), .. records.SelectMany(Puts), .. more]) is not null)
            throw ReleaseLock.Lost(release);
    }

    /// <summary>Writes down how a release ended that never held the lock.</summary>
    public Task CloseAsync(ReleaseRecord record) => table.WriteAllAsync([.. Puts(record)]);

    /// <param name="release">Names the application and environment.</param>
    /// <param name="record">The release that is live from now on; null when none is.</param>
    internal TransactWriteItem Current(ReleaseReference release, ReleaseRecord? record)
    {
        var pk = LedgerKeys.Application(release.Application, release.Environment);
        return record is null
            ? table.Delete(pk, LedgerKeys.Current)
            : table.Put(pk, LedgerKeys.Current, record, ContractsJson.Default.ReleaseRecord);
    }

    public Task RecordLayerAsync(ReleaseReference release, string layer, string versionArn) => WriteAsync(release, $"LAYER#{layer}", versionArn);

    /// <summary>ARN of the version that this release published of a layer; null when it published none.</summary>
    public Task<string?> FindLayerAsync(ReleaseReference release, string layer) => FindAsync(release, $"LAYER#{layer}");

    public Task RecordVersionAsync(ReleaseReference release, string function, string version) => WriteAsync(release, $"VERSION#{function}", version);

    /// <summary>The version that this release published of a function.</summary>
    public async Task<string> VersionAsync(ReleaseReference release, string function) =>
        await FindAsync(release, $"VERSION#{function}")
        ?? throw new InvalidOperationException($"Release {release.Id} has not published a version of function {function}.");

    /// <summary>How long the new version of a function took to start in its smoke tests.</summary>
    public Task RecordColdStartAsync(ReleaseReference release, string function, double milliseconds) =>
        WriteAsync(release, $"COLDSTART#{function}", milliseconds.ToString(CultureInfo.InvariantCulture));

    public async Task<double?> FindColdStartAsync(ReleaseReference release, string function) =>
        await FindAsync(release, $"COLDSTART#{function}") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public Task RecordChecksAsync(ReleaseReference release, ComponentSummary summary) => table.WriteAsync(
        LedgerKeys.Release(release.Application, release.Id), LedgerKeys.CheckPrefix + summary.Name, summary, ContractsJson.Default.ComponentSummary);

    public Task<ComponentSummary?> FindChecksAsync(ReleaseReference release, string name) => table.FindAsync(
        LedgerKeys.Release(release.Application, release.Id), LedgerKeys.CheckPrefix + name, ContractsJson.Default.ComponentSummary);

    // A release stands twice: under its id, and in the history of its application.
    private IEnumerable<TransactWriteItem> Puts(ReleaseRecord record) =>
    [
        table.Put(LedgerKeys.Release(record.Application, record.Id), LedgerKeys.Record, record, ContractsJson.Default.ReleaseRecord),
        table.Put(PartitionOf(record), LedgerKeys.History(record.StartedAt, record.Id), record, ContractsJson.Default.ReleaseRecord),
    ];

    private static string PartitionOf(ReleaseRecord record) => LedgerKeys.Application(record.Application, record.Environment);

    private Task WriteAsync(ReleaseReference release, string sk, string value) =>
        table.WriteAsync(LedgerKeys.Release(release.Application, release.Id), sk, value, ContractsJson.Default.String);

    private Task<string?> FindAsync(ReleaseReference release, string sk) =>
        table.FindAsync(LedgerKeys.Release(release.Application, release.Id), sk, ContractsJson.Default.String);
}
