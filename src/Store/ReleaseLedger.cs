using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>What a release writes down of itself: its record, and the layer versions and function versions it made.</summary>
public sealed class ReleaseLedger(LedgerTable table, OpenReleases open, ReleaseLock @lock)
{
    /// <summary>
    /// Makes the release id this execution's own, and the execution one that the guardian watches. Answers the record that has the
    /// id: another execution's, or this one's (second delivery).
    /// </summary>
    public async Task<ReleaseRecord> RegisterAsync(ReleaseRecord record, ReleaseReference release)
    {
        var taken = await table.WriteAllAsync([
            PutRecord(record, ifAbsent: true),
            PutHistory(record),
            PutApplication(record.Application, record.Environment),
            open.Put(new OpenRelease { Release = release }),
        ]);
        return taken is null ? record : (await FindRecordAsync(release.Key))!;
    }

    /// <summary>The record of a release; null when it was rejected before it had one.</summary>
    public Task<ReleaseRecord?> FindRecordAsync(ReleaseKey release, CancellationToken cancellationToken = default) =>
        table.FindAsync(LedgerKeys.Release(release), LedgerKeys.Record, ContractsJson.Default.ReleaseRecord, cancellationToken);

    /// <summary>The record of the release that is live now; null when there is none.</summary>
    public Task<ReleaseRecord?> FindCurrentAsync(ReleaseReference release) => FindCurrentAsync(release.Application, release.Environment);

    /// <summary>The record of the release that is live now; null when there is none.</summary>
    public Task<ReleaseRecord?> FindCurrentAsync(string application, string environment, CancellationToken cancellationToken = default) =>
        table.FindAsync(
            LedgerKeys.Application(application, environment),
            LedgerKeys.Current,
            ContractsJson.Default.ReleaseRecord,
            cancellationToken
        );

    /// <summary>The newest releases of an application, newest first.</summary>
    public Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(
        string application,
        string environment,
        int count,
        CancellationToken cancellationToken = default
    ) =>
        table.QueryLastAsync(
            LedgerKeys.Application(application, environment),
            LedgerKeys.HistoryPrefix,
            count,
            ContractsJson.Default.ReleaseRecord,
            cancellationToken
        );

    /// <summary>The applications that have had a release in an environment, live or not.</summary>
    public Task<IReadOnlyList<string>> ApplicationsAsync(string environment, CancellationToken cancellationToken = default) =>
        table.QueryAsync(
            LedgerKeys.Applications(environment),
            LedgerKeys.ApplicationPrefix,
            ContractsJson.Default.String,
            cancellationToken
        );

    /// <summary>Writes down how a release ended, and gives its lock back with it.</summary>
    /// <exception cref="LockLostException">Another release holds the lock; nothing was written.</exception>
    public async Task CompleteAsync(ReleaseReference release, IReadOnlyList<ReleaseRecord> records, params TransactWriteItem[] more)
    {
        if (await table.WriteAllAsync([@lock.Free(release), .. records.SelectMany(Puts), .. more]) is not null)
            throw ReleaseLock.Lost(release);
    }

    /// <summary>Writes down how a release ended that never held the lock.</summary>
    public Task CloseAsync(ReleaseRecord record) => table.WriteAllAsync([.. Puts(record)]);

    /// <summary>The part of a transaction that says which release is live.</summary>
    /// <param name="release">Names the application and environment.</param>
    /// <param name="record">The release that is live from now on; null when none is.</param>
    public TransactWriteItem Current(ReleaseReference release, ReleaseRecord? record)
    {
        var pk = LedgerKeys.Application(release.Application, release.Environment);
        return record is null
            ? table.Delete(pk, LedgerKeys.Current)
            : table.Put(pk, LedgerKeys.Current, record, ContractsJson.Default.ReleaseRecord);
    }

    /// <summary>Writes down which version this release published of a layer.</summary>
    public Task RecordLayerAsync(ReleaseReference release, string layer, string versionArn) =>
        WriteAsync(release, LedgerKeys.Layer(layer), versionArn);

    /// <summary>ARN of the version that this release published of a layer; null when it published none.</summary>
    public Task<string?> FindLayerAsync(ReleaseReference release, string layer) => FindAsync(release, LedgerKeys.Layer(layer));

    /// <summary>Writes down which version this release published of a function.</summary>
    public Task RecordVersionAsync(ReleaseReference release, string function, string version) =>
        WriteAsync(release, LedgerKeys.Version(function), version);

    /// <summary>The version that this release published of a function.</summary>
    public async Task<string> VersionAsync(ReleaseReference release, string function) =>
        await FindAsync(release, LedgerKeys.Version(function))
        ?? throw new InvalidOperationException($"Release {release.Id} has not published a version of function {function}.");

    /// <summary>Writes down the interpreter and machine on which a layer probe has loaded everything.</summary>
    public Task RecordProofAsync(ReleaseReference release, string probe, string ranOn) =>
        WriteAsync(release, LedgerKeys.Proof(probe), ranOn);

    /// <summary>Null when the probe did not say.</summary>
    public Task<string?> FindProofAsync(ReleaseReference release, string probe) => FindAsync(release, LedgerKeys.Proof(probe));

    /// <summary>Writes down how long the new version of a function took to start in its smoke tests.</summary>
    public Task RecordColdStartAsync(ReleaseReference release, string function, double milliseconds) =>
        WriteAsync(release, LedgerKeys.ColdStart(function), milliseconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>Milliseconds; null when nothing was measured.</summary>
    public async Task<double?> FindColdStartAsync(ReleaseReference release, string function) =>
        await FindAsync(release, LedgerKeys.ColdStart(function)) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Writes down what a group of checks found.</summary>
    public Task RecordChecksAsync(ReleaseReference release, ComponentSummary summary) =>
        table.WriteAsync(LedgerKeys.Release(release.Key), LedgerKeys.Checks(summary.Name), summary, ContractsJson.Default.ComponentSummary);

    /// <summary>Writes down which release a rollback goes back to.</summary>
    public Task RecordTargetAsync(ReleaseReference rollback, string release) => WriteAsync(rollback, LedgerKeys.BackTo, release);

    /// <summary>Null when nobody has found it out yet.</summary>
    public Task<string?> FindTargetAsync(ReleaseReference rollback) => FindAsync(rollback, LedgerKeys.BackTo);

    /// <summary>Writes down how the checks after a release compare with those before.</summary>
    public Task RecordVerdictAsync(ReleaseReference release, InfrastructureVerdict verdict) =>
        table.WriteAsync(LedgerKeys.Release(release.Key), LedgerKeys.Verdict, verdict, ContractsJson.Default.InfrastructureVerdict);

    /// <summary>Null when no check fails, or when none was made.</summary>
    public Task<InfrastructureVerdict?> FindVerdictAsync(ReleaseReference release) =>
        table.FindAsync(LedgerKeys.Release(release.Key), LedgerKeys.Verdict, ContractsJson.Default.InfrastructureVerdict);

    /// <summary>What a group of checks found; null when it did not run.</summary>
    public Task<ComponentSummary?> FindChecksAsync(ReleaseReference release, string name) =>
        table.FindAsync(LedgerKeys.Release(release.Key), LedgerKeys.Checks(name), ContractsJson.Default.ComponentSummary);

    /// <summary>What every group of checks of a release found.</summary>
    public Task<IReadOnlyList<ComponentSummary>> ListChecksAsync(ReleaseKey release, CancellationToken cancellationToken = default) =>
        table.QueryAsync(LedgerKeys.Release(release), LedgerKeys.CheckPrefix, ContractsJson.Default.ComponentSummary, cancellationToken);

    // A release stands twice: under its id, and in the history of its application.
    private IEnumerable<TransactWriteItem> Puts(ReleaseRecord record) => [PutRecord(record), PutHistory(record)];

    private TransactWriteItem PutRecord(ReleaseRecord record, bool ifAbsent = false) =>
        table.Put(LedgerKeys.Release(record.Key), LedgerKeys.Record, record, ContractsJson.Default.ReleaseRecord, ifAbsent);

    private TransactWriteItem PutHistory(ReleaseRecord record) =>
        table.Put(
            LedgerKeys.Application(record.Application, record.Environment),
            LedgerKeys.History(record.StartedAt, record.Id),
            record,
            ContractsJson.Default.ReleaseRecord
        );

    private TransactWriteItem PutApplication(string application, string environment) =>
        table.Put(LedgerKeys.Applications(environment), LedgerKeys.ApplicationName(application), application, ContractsJson.Default.String);

    private Task WriteAsync(ReleaseReference release, string sk, string value) =>
        table.WriteAsync(LedgerKeys.Release(release.Key), sk, value, ContractsJson.Default.String);

    private Task<string?> FindAsync(ReleaseReference release, string sk) =>
        table.FindAsync(LedgerKeys.Release(release.Key), sk, ContractsJson.Default.String);
}
