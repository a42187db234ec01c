using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.S3;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>Everything that a release machine has written down, for those who look at it from outside.</summary>
public sealed class ReleaseStore
{
    private readonly LedgerTable _table;

    /// <summary>The store of an installed release machine. Nothing is read yet.</summary>
    public ReleaseStore(IAmazonDynamoDB dynamoDb, IAmazonS3 s3, IAmazonKeyManagementService kms, StoreSettings settings, TimeProvider time)
    {
        _table = new LedgerTable(dynamoDb, settings);
        Open = new OpenReleases(_table);
        Lock = new ReleaseLock(dynamoDb, settings, Open, time);
        Ledger = new ReleaseLedger(_table, Open, Lock);
        Bucket = new ReleaseBucket(s3, settings);
        Seal = new EnvironmentSeal(kms, _table, settings);
    }

    /// <summary>What releases wrote down of themselves.</summary>
    public ReleaseLedger Ledger { get; }

    /// <summary>The locks of all applications.</summary>
    public ReleaseLock Lock { get; }

    /// <summary>Executions that have not come to their end.</summary>
    public OpenReleases Open { get; }

    /// <summary>Plans, manifests and check results.</summary>
    public ReleaseBucket Bucket { get; }

    /// <summary>What keeps the values of environment variables from being read there.</summary>
    public EnvironmentSeal Seal { get; }

    /// <summary>Null when the release did not succeed.</summary>
    public Task<Manifest?> FindManifestAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        Bucket.FindManifestAsync(record, cancellationToken);

    /// <summary>Null when the release has none.</summary>
    public async Task<ReleasePlan?> FindPlanAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        record.PlanUri is { } uri ? await Bucket.ReadPlanAsync(uri, cancellationToken) : null;

    /// <summary>What the checks of a release found.</summary>
    public async Task<IReadOnlyList<CheckResult>> ReadChecksAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var found = new List<CheckResult>();
        foreach (var summary in await Ledger.ListChecksAsync(record.Key, cancellationToken))
            found.AddRange((await Bucket.ReadAsync(summary.Uri, ContractsJson.Default.ComponentResults, cancellationToken)).Results);
        return found;
    }

    /// <summary>How an application was at its last health check, with every result; null when there was none.</summary>
    public async Task<HealthState?> FindHealthAsync(string application, string environment, CancellationToken cancellationToken)
    {
        var pk = LedgerKeys.Application(application, environment);
        if (await _table.FindAsync(pk, LedgerKeys.Health, ContractsJson.Default.HealthState, cancellationToken) is not { } last)
            return null;
        var report = Bucket.UriOf(BucketKeys.HealthReport(environment, application, last.Run));
        return await Bucket.ReadAsync(report, ContractsJson.Default.HealthState, cancellationToken);
    }
}
