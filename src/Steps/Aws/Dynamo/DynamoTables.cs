using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Tables of the workload. Nothing is changed but the items that sample events leave.</summary>
public sealed class DynamoTables(IAmazonDynamoDB dynamoDb, CallPace pace, TimeProvider time)
{
    /// <summary>The table; null when there is none.</summary>
    public async Task<TableDescription?> FindAsync(string name) =>
        (
            await Missing.OrNullAsync<DescribeTableResponse, ResourceNotFoundException>(() =>
                dynamoDb.DescribeTableAsync(new DescribeTableRequest { TableName = name })
            )
        )?.Table;

    /// <summary>ENABLED or DISABLED, whatever ContinuousBackupsStatus says, which is ENABLED always.</summary>
    public async Task<string> RecoveryAsync(string name)
    {
        var answer = await dynamoDb.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = name });
        return answer.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus?.Value ?? "DISABLED";
    }

    public async Task<bool> HasItemAsync(string table, IReadOnlyDictionary<string, string> key)
    {
        await pace.WaitAsync(AccountQuotas.TableItems);
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = Key(key),
                ConsistentRead = true,
            }
        );
        return answer.Item is { Count: > 0 };
    }

    /// <summary>Reads an item that is not there.</summary>
    /// <returns>How long it took, without the wait for its turn.</returns>
    public async Task<TimeSpan> MeasureReadAsync(TableDescription table)
    {
        var types = table.AttributeDefinitions.ToDictionary(a => a.AttributeName, a => a.AttributeType);
        var key = table.KeySchema.ToDictionary(k => k.AttributeName, k => Nothing(types[k.AttributeName]));
        await pace.WaitAsync(AccountQuotas.TableItems);
        var started = time.GetTimestamp();
        await dynamoDb.GetItemAsync(new GetItemRequest { TableName = table.TableName, Key = key });
        return time.GetElapsedTime(started);
    }

    /// <returns>Whether there was such an item.</returns>
    public async Task<bool> TryDeleteItemAsync(string table, IReadOnlyDictionary<string, string> key)
    {
        await pace.WaitAsync(AccountQuotas.TableItems);
        try
        {
            await dynamoDb.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table,
                    Key = Key(key),
                    ConditionExpression = "attribute_exists(#key)",
                    ExpressionAttributeNames = new() { ["#key"] = key.Keys.First() },
                }
            );
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static Dictionary<string, AttributeValue> Key(IReadOnlyDictionary<string, string> key) =>
        key.ToDictionary(k => k.Key, k => new AttributeValue(k.Value));

    private static AttributeValue Nothing(ScalarAttributeType type) =>
        type.Value switch
        {
            "N" => new AttributeValue { N = "0" },
            "B" => new AttributeValue { B = new MemoryStream([0]) },
            _ => new AttributeValue("coderipple-check"),
        };
}
