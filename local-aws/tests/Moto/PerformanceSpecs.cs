using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

/// <summary>What moto does more cheaply here is what it does otherwise.</summary>
[Collection(SharedMoto.Name)]
public sealed class PerformanceSpecs(CorrectedMoto moto) : IAsyncLifetime, IDisposable
{
    private readonly AwsClients _aws = new(moto.Address);
    private string _table = "";

    [Fact]
    public async Task A_cancelled_transaction_leaves_every_item_as_it_was()
    {
        await PutAsync("a", "updated", 1);
        await PutAsync("a", "deleted", 1);
        await PutAsync("b", "replaced", 1);

        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() =>
            TransactAsync(
                new()
                {
                    Update = new()
                    {
                        TableName = _table,
                        Key = Key("a", "updated"),
                        UpdateExpression = "ADD n :one",
                        ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                    },
                },
                new()
                {
                    Delete = new() { TableName = _table, Key = Key("a", "deleted") },
                },
                new()
                {
                    Put = new() { TableName = _table, Item = Item("b", "replaced", 2) },
                },
                new()
                {
                    Put = new() { TableName = _table, Item = Item("c", "new", 2) },
                },
                new()
                {
                    ConditionCheck = new()
                    {
                        TableName = _table,
                        Key = Key("d", "missing"),
                        ConditionExpression = "attribute_exists(pk)",
                    },
                }
            )
        );

        Assert.Equal(["None", "None", "None", "None", "ConditionalCheckFailed"], cancelled.CancellationReasons.Select(r => r.Code));
        Assert.Equal(["deleted 1", "updated 1"], await QueryAsync("a"));
        Assert.Equal(["replaced 1"], await QueryAsync("b"));
        Assert.Empty(await QueryAsync("c"));
    }

    [Fact]
    public async Task A_transaction_takes_effect_as_a_whole()
    {
        await PutAsync("a", "updated", 1);
        await PutAsync("a", "deleted", 1);

        await TransactAsync(
            new()
            {
                Update = new()
                {
                    TableName = _table,
                    Key = Key("a", "updated"),
                    UpdateExpression = "ADD n :one",
                    ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                },
            },
            new()
            {
                Delete = new() { TableName = _table, Key = Key("a", "deleted") },
            },
            new()
            {
                Put = new() { TableName = _table, Item = Item("b", "new", 3) },
            }
        );

        Assert.Equal(["updated 2"], await QueryAsync("a"));
        Assert.Equal(["new 3"], await QueryAsync("b"));
    }

    [Fact]
    public async Task A_query_pages_through_its_own_partition_in_order_and_no_other()
    {
        foreach (var (pk, sk) in new[] { ("b", "1"), ("a", "3"), ("a", "1"), ("c", "2"), ("a", "2") })
            await PutAsync(pk, sk, 1);

        Assert.Equal(["1 1", "2 1", "3 1"], await QueryAsync("a", pageSize: 1));
        Assert.Empty(await QueryAsync("nobody"));
    }

    [Fact]
    public async Task Values_of_every_type_come_back_as_they_were_sent()
    {
        var item = Key("a", "all");
        item["s"] = new("text");
        item["n"] = new() { N = "7.5" };
        item["truth"] = new() { BOOL = false };
        item["nothing"] = new() { NULL = true };
        item["bytes"] = new() { B = new MemoryStream([1, 2, 3]) };
        item["list"] = new() { L = [new("first"), new() { N = "2" }] };
        item["map"] = new() { M = new() { ["inner"] = new("value") } };
        item["set"] = new() { SS = ["x", "y"] };
        await _aws.DynamoDb.PutItemAsync(_table, item);

        var read = (await _aws.DynamoDb.GetItemAsync(new GetItemRequest { TableName = _table, Key = Key("a", "all") })).Item;

        Assert.Equal(("text", "7.5", false, true), (read["s"].S, read["n"].N, read["truth"].BOOL, read["nothing"].NULL));
        Assert.Equal([1, 2, 3], read["bytes"].B.ToArray());
        Assert.Equal(("first", "2", "value"), (read["list"].L[0].S, read["list"].L[1].N, read["map"].M["inner"].S));
        Assert.Equal(["x", "y"], read["set"].SS.Order());
    }

    public async Task InitializeAsync()
    {
        _table = TestFunctions.NewName("t");
        await _aws.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = _table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            }
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _aws.Dispose();

    private Task PutAsync(string pk, string sk, int n) => _aws.DynamoDb.PutItemAsync(_table, Item(pk, sk, n));

    private Task TransactAsync(params List<TransactWriteItem> items) =>
        _aws.DynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items });

    private async Task<IReadOnlyList<string>> QueryAsync(string pk, int? pageSize = null)
    {
        var found = new List<string>();
        Dictionary<string, AttributeValue>? next = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = _table,
                KeyConditionExpression = "pk = :pk",
                ExpressionAttributeValues = new() { [":pk"] = new(pk) },
                ExclusiveStartKey = next,
            };
            if (pageSize is { } size)
                request.Limit = size;
            var page = await _aws.DynamoDb.QueryAsync(request);
            found.AddRange((page.Items ?? []).Select(i => $"{i["sk"].S} {i["n"].N}"));
            next = page.LastEvaluatedKey is { Count: > 0 } key ? key : null;
        } while (next is not null);
        return found;
    }

    private static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { ["pk"] = new(pk), ["sk"] = new(sk) };

    private static Dictionary<string, AttributeValue> Item(string pk, string sk, int n) =>
        new(Key(pk, sk)) { ["n"] = new() { N = $"{n}" } };
}
