using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Events;

namespace CodeRipple.Functions.Hermes;

/// <summary>One item per event, by day.</summary>
public sealed class EventTable(IAmazonDynamoDB dynamo, string table) : IEventStore
{
    public async Task<bool> AddAsync(RecordedEvent recorded)
    {
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = Item(recorded),
                    ConditionExpression = "attribute_not_exists(#day)",
                    ExpressionAttributeNames = new() { ["#day"] = "day" },
                }
            );
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private static Dictionary<string, AttributeValue> Item(RecordedEvent recorded) =>
        new()
        {
            ["day"] = new() { S = recorded.Day },
            ["moment"] = new() { S = recorded.SortKey },
            ["id"] = new() { S = recorded.Id },
            ["source"] = new() { S = recorded.Source },
            ["type"] = new() { S = recorded.Type },
            ["repository"] = new() { S = recorded.Repository },
            ["detail"] = new() { S = recorded.Detail },
        };
}
