using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Items of the release table: two keys and a document in JSON.</summary>
public sealed class LedgerTable(IAmazonDynamoDB dynamoDb, StepSettings settings)
{
    public string Name => settings.Table;

    public async Task<T?> FindAsync<T>(string pk, string sk, JsonTypeInfo<T> type) where T : class
    {
        var answer = await dynamoDb.GetItemAsync(new GetItemRequest { TableName = settings.Table, Key = Key(pk, sk), ConsistentRead = true });
        return Document(answer.Item, type);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string pk, string skPrefix, JsonTypeInfo<T> type) where T : class
    {
        var found = new List<T>();
        Dictionary<string, AttributeValue>? next = null;
        do
        {
            var page = await dynamoDb.QueryAsync(new QueryRequest
            {
                TableName = settings.Table,
                KeyConditionExpression = skPrefix.Length == 0 ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)",
                ExpressionAttributeValues = skPrefix.Length == 0 ? new() { [":pk"] = new(pk) } : new() { [":pk"] = new(pk), [":sk"] = new(skPrefix) },
                ConsistentRead = true,
                ExclusiveStartKey = next,
            });
            found.AddRange((page.Items ?? []).Select(item => Document(item, type)!));
            next = page.LastEvaluatedKey is { Count: > 0 } key ? key : null;
        }
        while (next is not null);
        return found;
    }

    public Task WriteAsync<T>(string pk, string sk, T document, JsonTypeInfo<T> type) =>
        dynamoDb.PutItemAsync(new PutItemRequest { TableName = settings.Table, Item = Item(pk, sk, document, type) });

    public Task DeleteAsync(string pk, string sk) =>
        dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = settings.Table, Key = Key(pk, sk) });

    /// <summary>Writes an item unless there is one with these keys; answers the document that stands there afterwards.</summary>
    public async Task<T> WriteIfAbsentAsync<T>(string pk, string sk, T document, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            await dynamoDb.PutItemAsync(new PutItemRequest
            {
                TableName = settings.Table,
                Item = Item(pk, sk, document, type),
                ConditionExpression = "attribute_not_exists(pk)",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            });
            return document;
        }
        catch (ConditionalCheckFailedException taken)
        {
            return Document(taken.Item, type)!;
        }
    }

    /// <summary>All of it, or nothing.</summary>
    /// <returns>Index of the item whose condition failed; null when everything was written.</returns>
    public async Task<int?> WriteAllAsync(params TransactWriteItem[] items)
    {
        try
        {
            await dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. items] });
            return null;
        }
        catch (TransactionCanceledException cancelled) when (cancelled.CancellationReasons?.FindIndex(r => r.Code == "ConditionalCheckFailed") is int failed and >= 0)
        {
            return failed;
        }
    }

    /// <param name="ifAbsent">Whether the transaction fails when there is an item with these keys.</param>
    internal TransactWriteItem Put<T>(string pk, string sk, T document, JsonTypeInfo<T> type, bool ifAbsent = false) => new()
    {
        Put = new Put { TableName = settings.Table, Item = Item(pk, sk, document, type), ConditionExpression = ifAbsent ? "attribute_not_exists(pk)" : null },
    };

    internal TransactWriteItem Delete(string pk, string sk) => new() { Delete = new Delete { TableName = settings.Table, Key = Key(pk, sk) } };

    internal static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { ["pk"] = new(pk), ["sk"] = new(sk) };

    internal static Dictionary<string, AttributeValue> Item<T>(string pk, string sk, T document, JsonTypeInfo<T> type) => new(Key(pk, sk))
    {
        ["document"] = new(JsonSerializer.Serialize(document, type)),
    };

    internal static T? Document<T>(Dictionary<string, AttributeValue>? item, JsonTypeInfo<T> type) where T : class =>
        item is { Count: > 0 } && item.TryGetValue("document", out var document) ? JsonSerializer.Deserialize(document.S, type) : null;
}
