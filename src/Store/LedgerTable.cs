using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Store;

/// <summary>Items of the release table: two keys and a document in JSON.</summary>
public sealed class LedgerTable(IAmazonDynamoDB dynamoDb, StoreSettings settings)
{
    private const string DocumentAttribute = "document";

    /// <summary>The document with these keys; null when there is none.</summary>
    public async Task<T?> FindAsync<T>(string pk, string sk, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class
    {
        var request = new GetItemRequest
        {
            TableName = settings.Table,
            Key = Key(pk, sk),
            ConsistentRead = true,
        };
        return Document((await dynamoDb.GetItemAsync(request, cancellationToken)).Item, type);
    }

    /// <summary>All documents of a partition whose sort keys begin so, in the order of these.</summary>
    /// <param name="skPrefix">Empty = the whole partition.</param>
    public Task<IReadOnlyList<T>> QueryAsync<T>(
        string pk,
        string skPrefix,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken = default
    )
        where T : class => ReadPagesAsync(Query(pk, skPrefix), count: int.MaxValue, type, cancellationToken);

    /// <summary>The documents with the highest of these sort keys, the highest first.</summary>
    public Task<IReadOnlyList<T>> QueryLastAsync<T>(
        string pk,
        string skPrefix,
        int count,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken = default
    )
        where T : class
    {
        var query = Query(pk, skPrefix);
        query.ScanIndexForward = false;
        query.Limit = count;
        return ReadPagesAsync(query, count, type, cancellationToken);
    }

    /// <summary>Writes an item, whatever stands there.</summary>
    public Task WriteAsync<T>(string pk, string sk, T document, JsonTypeInfo<T> type) =>
        dynamoDb.PutItemAsync(new PutItemRequest { TableName = settings.Table, Item = Item(pk, sk, document, type) });

    /// <summary>Deletes an item, if there is one.</summary>
    public Task DeleteAsync(string pk, string sk) =>
        dynamoDb.DeleteItemAsync(new DeleteItemRequest { TableName = settings.Table, Key = Key(pk, sk) });

    /// <summary>Writes an item unless there is one with these keys; answers the document that stands there afterwards.</summary>
    public async Task<T> WriteIfAbsentAsync<T>(string pk, string sk, T document, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            await dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = settings.Table,
                    Item = Item(pk, sk, document, type),
                    ConditionExpression = "attribute_not_exists(pk)",
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                }
            );
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
        catch (TransactionCanceledException cancelled)
            when (cancelled.CancellationReasons?.FindIndex(r => r.Code == "ConditionalCheckFailed") is int failed and >= 0)
        {
            return failed;
        }
    }

    /// <summary>The part of a transaction that writes an item.</summary>
    /// <param name="ifAbsent">Whether the transaction fails when there is an item with these keys.</param>
    public TransactWriteItem Put<T>(string pk, string sk, T document, JsonTypeInfo<T> type, bool ifAbsent = false) =>
        new()
        {
            Put = new Put
            {
                TableName = settings.Table,
                Item = Item(pk, sk, document, type),
                ConditionExpression = ifAbsent ? "attribute_not_exists(pk)" : null,
            },
        };

    /// <summary>The part of a transaction that deletes an item.</summary>
    public TransactWriteItem Delete(string pk, string sk) =>
        new()
        {
            Delete = new Delete { TableName = settings.Table, Key = Key(pk, sk) },
        };

    internal static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { ["pk"] = new(pk), ["sk"] = new(sk) };

    private QueryRequest Query(string pk, string skPrefix) =>
        new()
        {
            TableName = settings.Table,
            KeyConditionExpression = skPrefix.Length == 0 ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)",
            ExpressionAttributeValues =
                skPrefix.Length == 0 ? new() { [":pk"] = new(pk) } : new() { [":pk"] = new(pk), [":sk"] = new(skPrefix) },
            ConsistentRead = true,
        };

    private async Task<IReadOnlyList<T>> ReadPagesAsync<T>(
        QueryRequest query,
        int count,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var found = new List<T>();
        do
        {
            var page = await dynamoDb.QueryAsync(query, cancellationToken);
            found.AddRange((page.Items ?? []).Select(item => Document(item, type)!));
            query.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } key ? key : null;
        } while (query.ExclusiveStartKey is not null && found.Count < count);
        return found.Count <= count ? found : found[..count];
    }

    private static Dictionary<string, AttributeValue> Item<T>(string pk, string sk, T document, JsonTypeInfo<T> type) =>
        new(Key(pk, sk)) { [DocumentAttribute] = new(JsonSerializer.Serialize(document, type)) };

    private static T? Document<T>(Dictionary<string, AttributeValue>? item, JsonTypeInfo<T> type)
        where T : class =>
        item is { Count: > 0 } && item.TryGetValue(DocumentAttribute, out var document)
            ? JsonSerializer.Deserialize(document.S, type)
            : null;
}
