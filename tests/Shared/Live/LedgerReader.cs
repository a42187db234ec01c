using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Live;

/// <summary>Reads what a release machine wrote down, with DynamoDB's own calls and nothing of the product.</summary>
internal sealed class LedgerReader(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>The record of one release; null when it never had one.</summary>
    public Task<JsonNode?> RecordAsync(string application, string id) => DocumentAsync(ReleaseKey(application, id), "RELEASE");

    /// <summary>The record of the release that is said to be live.</summary>
    public Task<JsonNode?> CurrentAsync(string application) => DocumentAsync(ApplicationKey(application), "CURRENT");

    /// <summary>Who holds the lock; null when nobody does.</summary>
    public async Task<string?> LockHolderAsync(string application)
    {
        var item = await ItemAsync(ApplicationKey(application), "LOCK");
        return item is null || item["expiresAt"].N == "0" ? null : item["releaseId"].S;
    }

    /// <summary>Whether an execution counts as one that has not come to its end.</summary>
    public async Task<bool> IsOpenAsync(string execution) => await ItemAsync("OPEN", execution) is not null;

    public async Task<IReadOnlyList<JsonNode>> JournalAsync(string application, string id)
    {
        var answer = await dynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :pk AND begins_with(sk, :sk)",
                ExpressionAttributeValues = new() { [":pk"] = new(ReleaseKey(application, id)), [":sk"] = new("JOURNAL#") },
                ConsistentRead = true,
            }
        );
        return [.. (answer.Items ?? []).Select(i => JsonNode.Parse(i["document"].S)!)];
    }

    private static string ReleaseKey(string application, string id) => $"RELEASE#{application}#{id}";

    private static string ApplicationKey(string application) => $"APP#{application}#development";

    private async Task<JsonNode?> DocumentAsync(string pk, string sk) =>
        await ItemAsync(pk, sk) is { } item ? JsonNode.Parse(item["document"].S) : null;

    private async Task<Dictionary<string, AttributeValue>?> ItemAsync(string pk, string sk)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = new() { ["pk"] = new(pk), ["sk"] = new(sk) },
                ConsistentRead = true,
            }
        );
        return answer.Item is { Count: > 0 } item ? item : null;
    }
}
