using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Events;

namespace CodeRipple.Functions.Digest;

/// <summary>Reads the day's events and puts the digest beside them.</summary>
public sealed class DigestTable(IAmazonDynamoDB dynamo, string table) : IDigestStore
{
    private const string DigestDay = "digest";

    public async Task<IReadOnlyList<RecordedEvent>> EventsOfAsync(string day)
    {
        var events = new List<RecordedEvent>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var page = await dynamo.QueryAsync(
                new QueryRequest
                {
                    TableName = table,
                    KeyConditionExpression = "#day = :day",
                    ExpressionAttributeNames = new() { ["#day"] = "day" },
                    ExpressionAttributeValues = new() { [":day"] = new AttributeValue { S = day } },
                    ExclusiveStartKey = from,
                }
            );
            events.AddRange((page.Items ?? []).Select(item => Read(day, item)));
            from = page.LastEvaluatedKey;
        } while (from is { Count: > 0 });
        return events;
    }

    public Task PutAsync(DailyDigest digest) =>
        dynamo.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = new Dictionary<string, AttributeValue>
                {
                    ["day"] = new() { S = DigestDay },
                    ["moment"] = new() { S = digest.Day },
                    ["digest"] = new() { S = JsonSerializer.Serialize(digest, CodeRippleJson.Default.DailyDigest) },
                },
            }
        );

    private static RecordedEvent Read(string day, Dictionary<string, AttributeValue> item) =>
        new(
            item["id"].S,
            item["source"].S,
            item["type"].S,
            DateTimeOffset.Parse($"{day}T{item["moment"].S.Split('#', 2)[0]}Z", CultureInfo.InvariantCulture),
            item["repository"].S,
            item["detail"].S
        );
}
