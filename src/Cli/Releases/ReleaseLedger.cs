using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Releases;

/// <summary>Reads what releases wrote down.</summary>
internal sealed class ReleaseLedger(ReleaseMachine machine)
{
    /// <summary>The record of a release; null when it was rejected before it had one.</summary>
    public async Task<ReleaseRecord?> FindAsync(string application, string id, CancellationToken cancellationToken) =>
        await ReadItemAsync(LedgerKeys.Release(application, id), LedgerKeys.Record, cancellationToken);

    /// <summary>The release that is live now.</summary>
    public Task<ReleaseRecord?> FindCurrentAsync(string application, CancellationToken cancellationToken) =>
        ReadItemAsync(LedgerKeys.Application(application, machine.Environment), LedgerKeys.Current, cancellationToken);

    /// <summary>The newest releases of an application, newest first.</summary>
    public async Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(string application, int count, CancellationToken cancellationToken)
    {
        var page = await machine.Clients.DynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = machine.Table,
                KeyConditionExpression = "pk = :pk AND begins_with(sk, :sk)",
                ExpressionAttributeValues = new()
                {
                    [":pk"] = new AttributeValue(LedgerKeys.Application(application, machine.Environment)),
                    [":sk"] = new AttributeValue("RELEASE#"),
                },
                ScanIndexForward = false,
                Limit = count,
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(Record).OfType<ReleaseRecord>()];
    }

    /// <summary>What has not come to its end yet.</summary>
    public async Task<IReadOnlyList<OpenRelease>> OpenAsync(string application, CancellationToken cancellationToken)
    {
        var page = await machine.Clients.DynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = machine.Table,
                KeyConditionExpression = "pk = :pk",
                ExpressionAttributeValues = new() { [":pk"] = new AttributeValue(LedgerKeys.Open) },
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (page.Items ?? [])
            .Select(item => JsonSerializer.Deserialize(item["document"].S, ContractsJson.Default.OpenRelease)!)
            .Where(open => open.Release.Application == application && open.Release.Environment == machine.Environment)];
    }

    /// <summary>What the checks of a release found.</summary>
    public async Task<IReadOnlyList<CheckResult>> ChecksAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var page = await machine.Clients.DynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = machine.Table,
                KeyConditionExpression = "pk = :pk AND begins_with(sk, :sk)",
                ExpressionAttributeValues = new()
                {
                    [":pk"] = new AttributeValue(LedgerKeys.Release(record.Application, record.Id)),
                    [":sk"] = new AttributeValue(LedgerKeys.CheckPrefix),
                },
            },
            cancellationToken);
        var found = new List<CheckResult>();
        foreach (var item in page.Items ?? [])
        {
            var summary = JsonSerializer.Deserialize(item["document"].S, ContractsJson.Default.ComponentSummary)!;
            found.AddRange((await ReadObjectAsync(summary.Uri, ContractsJson.Default.ComponentResults, cancellationToken))!.Results);
        }

        return found;
    }

    public Task<Manifest?> ManifestAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        ReadObjectAsync(record.ManifestUri, ContractsJson.Default.Manifest, cancellationToken);

    public Task<ReleasePlan?> PlanAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        ReadObjectAsync(record.PlanUri, ContractsJson.Default.ReleasePlan, cancellationToken);

    /// <summary>How an application was at its last health check, with every result; null when there was none.</summary>
    public async Task<HealthState?> HealthAsync(string application, CancellationToken cancellationToken)
    {
        var document = await ReadDocumentAsync(LedgerKeys.Application(application, machine.Environment), LedgerKeys.Health, cancellationToken);
        if (document is null)
            return null;
        var state = JsonSerializer.Deserialize(document, ContractsJson.Default.HealthState)!;
        var uri = $"s3://{machine.Bucket}/checks/{machine.Environment}/{application}/health/{state.Run}.json";
        return await ReadObjectAsync(uri, ContractsJson.Default.HealthState, cancellationToken);
    }

    /// <summary>The applications that have had a release.</summary>
    public async Task<IReadOnlyList<string>> ApplicationsAsync(CancellationToken cancellationToken)
    {
        var page = await machine.Clients.DynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = machine.Table,
                KeyConditionExpression = "pk = :pk",
                ExpressionAttributeValues = new() { [":pk"] = new AttributeValue(LedgerKeys.Applications(machine.Environment)) },
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (page.Items ?? []).Select(i => JsonSerializer.Deserialize(i["document"].S, ContractsJson.Default.String)!)];
    }

    private static ReleaseRecord? Record(Dictionary<string, AttributeValue>? item) =>
        item?.GetValueOrDefault("document") is { S: { } document } ? JsonSerializer.Deserialize(document, ContractsJson.Default.ReleaseRecord) : null;

    private async Task<ReleaseRecord?> ReadItemAsync(string pk, string sk, CancellationToken cancellationToken) =>
        await ReadDocumentAsync(pk, sk, cancellationToken) is { } document ? JsonSerializer.Deserialize(document, ContractsJson.Default.ReleaseRecord) : null;

    private async Task<string?> ReadDocumentAsync(string pk, string sk, CancellationToken cancellationToken)
    {
        var answer = await machine.Clients.DynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = machine.Table,
                Key = new() { ["pk"] = new AttributeValue(pk), ["sk"] = new AttributeValue(sk) },
                ConsistentRead = true,
            },
            cancellationToken);
        return answer.Item?.GetValueOrDefault("document")?.S;
    }

    private async Task<T?> ReadObjectAsync<T>(string? uri, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (uri is null)
            return null;
        var address = new Uri(uri);
        using var answer = await machine.Clients.S3.GetObjectAsync(
            new GetObjectRequest { BucketName = address.Host, Key = address.AbsolutePath.TrimStart('/') }, cancellationToken);
        return await JsonSerializer.DeserializeAsync(answer.ResponseStream, type, cancellationToken);
    }
}
