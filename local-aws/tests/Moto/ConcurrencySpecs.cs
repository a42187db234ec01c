using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

/// <summary>Eight clients at once; nothing is lost and nothing happens twice.</summary>
[Collection(SharedMoto.Name)]
public sealed class ConcurrencySpecs(CorrectedMoto moto)
{
    private const int Clients = 8;
    private const int Rounds = 12;

    [Fact]
    public async Task No_increment_is_lost_and_each_conditional_write_has_one_winner()
    {
        using var aws = new AwsClients(moto.Address);
        var table = await DynamoDbCorrections.TableAsync(aws);
        var won = 0;
        await AtOnceAsync(
            async (client, round) =>
            {
                await aws.DynamoDb.UpdateItemAsync(Update(table, "sum", "ADD n :one", new() { [":one"] = Number(1) }));
                if (await TakeAsync(aws, table, $"lock-{round}", client))
                    Interlocked.Increment(ref won);
            }
        );
        Assert.Equal(Clients * Rounds, int.Parse((await ReadAsync(aws, table, "sum"))["n"].N));
        Assert.Equal(Rounds, won);
    }

    [Fact]
    public async Task A_compare_and_set_counter_counts_its_successes()
    {
        using var aws = new AwsClients(moto.Address);
        var table = await DynamoDbCorrections.TableAsync(aws);
        await aws.DynamoDb.UpdateItemAsync(Update(table, "counter", "SET n = :zero", new() { [":zero"] = Number(0) }));
        var set = 0;
        await AtOnceAsync(
            async (_, _) =>
            {
                var read = int.Parse((await ReadAsync(aws, table, "counter"))["n"].N);
                var update = Update(table, "counter", "SET n = :next", new() { [":next"] = Number(read + 1), [":read"] = Number(read) });
                update.ConditionExpression = "n = :read";
                if (await SucceedsAsync<ConditionalCheckFailedException>(() => aws.DynamoDb.UpdateItemAsync(update)))
                    Interlocked.Increment(ref set);
            }
        );
        Assert.Equal(set, int.Parse((await ReadAsync(aws, table, "counter"))["n"].N));
    }

    [Fact]
    public async Task Published_versions_are_unique_and_keep_their_own_code()
    {
        using var aws = new AwsClients(moto.Address);
        var name = await TestFunctions.CreateAsync(aws);
        var published = new List<PublishVersionResponse>();
        await AtOnceAsync(
            async (client, round) =>
            {
                var update = new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = TestFunctions.Zip($"{client} {round}") };
                if (!await SucceedsAsync<ResourceConflictException>(() => aws.Lambda.UpdateFunctionCodeAsync(update)))
                    return;
                await aws.SettleAsync(name);
                await SucceedsAsync<ResourceConflictException>(async () =>
                {
                    var version = await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
                    lock (published)
                        published.Add(version);
                });
            }
        );
        // Two clients may have published the same code: that is one version.
        var byNumber = published
            .GroupBy(version => version.Version)
            .ToDictionary(group => group.Key, group => group.Select(each => each.CodeSha256).Distinct().Single());
        Assert.Equal(byNumber.Count, byNumber.Values.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, byNumber.Count).Select(number => $"{number}").Order(), byNumber.Keys.Order());
        foreach (var (number, code) in byNumber)
            Assert.Equal(
                code,
                (await aws.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = number }))
                    .Configuration
                    .CodeSha256
            );
    }

    [Fact]
    public async Task Of_alias_updates_with_the_same_revision_one_wins()
    {
        using var aws = new AwsClients(moto.Address);
        var name = await TestFunctions.CreateWithAliasAsync(aws, versions: 1);
        await aws.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                Description = "0",
            }
        );
        var updated = 0;
        await AtOnceAsync(
            async (_, _) =>
            {
                var read = await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" });
                var next = new UpdateAliasRequest
                {
                    FunctionName = name,
                    Name = "live",
                    RevisionId = read.RevisionId,
                    Description = $"{int.Parse(read.Description) + 1}",
                };
                if (await SucceedsAsync<PreconditionFailedException>(() => aws.Lambda.UpdateAliasAsync(next)))
                    Interlocked.Increment(ref updated);
            }
        );
        Assert.Equal(
            $"{updated}",
            (await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" })).Description
        );
    }

    private static Task AtOnceAsync(Func<int, int, Task> act) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        for (var round = 0; round < Rounds; round++)
                            await act(client, round);
                    })
                )
        );

    private static async Task<bool> SucceedsAsync<TRefusal>(Func<Task> call)
        where TRefusal : Exception
    {
        try
        {
            await call();
            return true;
        }
        catch (TRefusal)
        {
            return false;
        }
    }

    private static Task<bool> TakeAsync(AwsClients aws, string table, string key, int client) =>
        SucceedsAsync<ConditionalCheckFailedException>(() =>
            aws.DynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = new() { ["pk"] = new AttributeValue(key), ["owner"] = Number(client) },
                    ConditionExpression = "attribute_not_exists(pk)",
                }
            )
        );

    private static async Task<Dictionary<string, AttributeValue>> ReadAsync(AwsClients aws, string table, string key) =>
        (
            await aws.DynamoDb.GetItemAsync(
                new GetItemRequest
                {
                    TableName = table,
                    Key = new() { ["pk"] = new AttributeValue(key) },
                    ConsistentRead = true,
                }
            )
        ).Item;

    private static UpdateItemRequest Update(string table, string key, string expression, Dictionary<string, AttributeValue> values) =>
        new()
        {
            TableName = table,
            Key = new() { ["pk"] = new AttributeValue(key) },
            UpdateExpression = expression,
            ExpressionAttributeValues = values,
        };

    private static AttributeValue Number(int value) => new() { N = $"{value}" };
}
