using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using NSubstitute;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace CodeRipple.Workflow.Fakes;

/// <summary>
/// A DynamoDB table in memory. Transactions are all or nothing, and conflict when they overlap on an item, as in DynamoDB.
/// </summary>
internal sealed class FakeLedger
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Item> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inTransaction = [];
    private readonly History _history;

    public FakeLedger(History history)
    {
        _history = history;
        Client
            .GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(async call =>
            {
                var item = Find(call.Arg<GetItemRequest>().Key);
                await OnRead(call.Arg<GetItemRequest>());
                return new GetItemResponse { Item = item };
            });
        Client.PutItemAsync(Arg.Any<PutItemRequest>(), Arg.Any<CancellationToken>()).Returns(call => Put(call.Arg<PutItemRequest>()));
        Client
            .DeleteItemAsync(Arg.Any<DeleteItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Delete(call.Arg<DeleteItemRequest>()));
        Client
            .UpdateItemAsync(Arg.Any<UpdateItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Update(call.Arg<UpdateItemRequest>()));
        Client.QueryAsync(Arg.Any<QueryRequest>(), Arg.Any<CancellationToken>()).Returns(call => Query(call.Arg<QueryRequest>()));
        Client
            .TransactWriteItemsAsync(Arg.Any<TransactWriteItemsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => TransactAsync(call.Arg<TransactWriteItemsRequest>()));
    }

    public IAmazonDynamoDB Client { get; } = Substitute.For<IAmazonDynamoDB>();

    /// <summary>What others do between a read and its answer.</summary>
    public Func<GetItemRequest, Task> OnRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many items a page of a query has.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>While set, transactions stay under way until it completes.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Everything that stands in the table.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
                return [.. _items.Values.SelectMany(item => item.Values).Select(value => value.S).OfType<string>()];
        }
    }

    public IReadOnlyList<string> Keys(string prefix)
    {
        lock (_gate)
            return [.. _items.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))];
    }

    public Item? Find(Item key)
    {
        lock (_gate)
            return _items.GetValueOrDefault(KeyOf(key));
    }

    private static string KeyOf(Item key) => $"{key["pk"].S}|{key["sk"].S}";

    private PutItemResponse Put(PutItemRequest request)
    {
        lock (_gate)
        {
            Demand(request.ConditionExpression, request.Item, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
            Store(request.Item);
            return new PutItemResponse();
        }
    }

    private DeleteItemResponse Delete(DeleteItemRequest request)
    {
        lock (_gate)
            Remove(request.Key);
        return new DeleteItemResponse();
    }

    private void Remove(Item key)
    {
        _items.Remove(KeyOf(key));
        _history.Add($"delete {key["sk"].S}");
    }

    private UpdateItemResponse Update(UpdateItemRequest request)
    {
        lock (_gate)
        {
            Demand(request.ConditionExpression, request.Key, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
            return new UpdateItemResponse
            {
                Attributes = Change(
                    request.Key,
                    request.UpdateExpression,
                    request.ExpressionAttributeNames,
                    request.ExpressionAttributeValues
                ),
            };
        }
    }

    private QueryResponse Query(QueryRequest request)
    {
        var prefix = $"{request.ExpressionAttributeValues[":pk"].S}|{request.ExpressionAttributeValues.GetValueOrDefault(":sk")?.S}";
        lock (_gate)
        {
            var items = _items.Where(i => i.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(i => i.Value);
            if (request.ScanIndexForward == false)
                items = items.Reverse();
            if (request.ExclusiveStartKey is { Count: > 0 } start)
                items = items.SkipWhile(i => KeyOf(i) != KeyOf(start)).Skip(1);
            var rest = items.ToList();
            var page = rest.Take(Math.Min(PageSize, request.Limit ?? PageSize)).ToList();
            return new QueryResponse
            {
                Items = page,
                LastEvaluatedKey = page.Count < rest.Count ? new Item { ["pk"] = page[^1]["pk"], ["sk"] = page[^1]["sk"] } : null,
            };
        }
    }

    private async Task<TransactWriteItemsResponse> TransactAsync(TransactWriteItemsRequest request)
    {
        var keys = request.TransactItems.Select(i => KeyOf(i.Put?.Item ?? i.Delete?.Key ?? i.Update.Key)).ToList();
        lock (_gate)
        {
            if (keys.Any(_inTransaction.Contains))
                throw Cancelled(keys.Select(k => _inTransaction.Contains(k) ? "TransactionConflict" : "None"));
            _inTransaction.UnionWith(keys);
        }

        await (Hold?.Task ?? Task.CompletedTask);
        lock (_gate)
        {
            _inTransaction.ExceptWith(keys);
            var failed = request.TransactItems.Select(Fails).ToList();
            if (failed.Contains(true))
                throw Cancelled(failed.Select(f => f ? "ConditionalCheckFailed" : "None"));
            foreach (var item in request.TransactItems)
                Apply(item);
            return new TransactWriteItemsResponse();
        }
    }

    private bool Fails(TransactWriteItem item) =>
        item.Delete is null
        && (
            item.Put is { } put
                ? !Condition.Holds(put.ConditionExpression, Current(put.Item), put.ExpressionAttributeNames, put.ExpressionAttributeValues)
                : !Condition.Holds(
                    item.Update.ConditionExpression,
                    Current(item.Update.Key),
                    item.Update.ExpressionAttributeNames,
                    item.Update.ExpressionAttributeValues
                )
        );

    private void Apply(TransactWriteItem item)
    {
        if (item.Put is { } put)
            Store(put.Item);
        else if (item.Delete is { } delete)
            Remove(delete.Key);
        else
            Change(
                item.Update.Key,
                item.Update.UpdateExpression,
                item.Update.ExpressionAttributeNames,
                item.Update.ExpressionAttributeValues
            );
    }

    private void Store(Item item)
    {
        _items[KeyOf(item)] = new Item(item);
        _history.Add($"put {item["sk"].S}");
    }

    private Item Change(Item key, string expression, Dictionary<string, string>? names, Item values)
    {
        var item = new Item(Current(key) ?? key);
        var parts = expression.Split(" ADD ");
        foreach (var assignment in parts[0]["SET ".Length..].Split(", "))
        {
            var sides = assignment.Split(" = ");
            item[names?.GetValueOrDefault(sides[0]) ?? sides[0]] = values[sides[1]];
        }

        foreach (var addition in parts.Skip(1).Select(p => p.Split(' ')))
            item[addition[0]] = new AttributeValue
            {
                N = (NumberOf(item.GetValueOrDefault(addition[0])) + NumberOf(values[addition[1]])).ToString(CultureInfo.InvariantCulture),
            };
        _items[KeyOf(key)] = item;
        _history.Add($"update {key["sk"].S}");
        return item;
    }

    private void Demand(string? condition, Item key, Dictionary<string, string>? names, Item? values)
    {
        if (!Condition.Holds(condition, Current(key), names, values))
            throw new ConditionalCheckFailedException("The conditional request failed") { Item = Current(key) };
    }

    private Item? Current(Item key) => _items.GetValueOrDefault(KeyOf(key));

    private static long NumberOf(AttributeValue? value) => value is null ? 0 : long.Parse(value.N, CultureInfo.InvariantCulture);

    private static TransactionCanceledException Cancelled(IEnumerable<string> codes) =>
        new("Transaction cancelled") { CancellationReasons = [.. codes.Select(c => new CancellationReason { Code = c })] };
}
