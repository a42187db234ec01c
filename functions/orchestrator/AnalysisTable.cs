using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Agents;

namespace CodeRipple.Functions.Orchestrator;

/// <summary>One item per push; the same push again replaces it.</summary>
public sealed class AnalysisTable(IAmazonDynamoDB dynamo, string table) : IAnalysisStore
{
    public Task PutAsync(Analysis analysis) =>
        dynamo.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = new Dictionary<string, AttributeValue>
                {
                    ["repository"] = new() { S = analysis.Repository },
                    ["commit"] = new() { S = analysis.Commit },
                    ["analysis"] = new() { S = JsonSerializer.Serialize(analysis, CodeRippleJson.Default.Analysis) },
                },
            }
        );
}
