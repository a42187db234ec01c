using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Agents;

namespace CodeRipple.Functions.Deliverer;

/// <summary>The orchestrator's table.</summary>
public sealed class AnalysisTable(IAmazonDynamoDB dynamo, string table) : IAnalyses
{
    public async Task<Analysis?> FindAsync(string repository, string commit)
    {
        var found = await dynamo.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = new()
                {
                    ["repository"] = new AttributeValue { S = repository },
                    ["commit"] = new AttributeValue { S = commit },
                },
                ConsistentRead = true,
            }
        );
        return found.Item is { Count: > 0 } item ? JsonSerializer.Deserialize(item["analysis"].S, CodeRippleJson.Default.Analysis) : null;
    }
}
