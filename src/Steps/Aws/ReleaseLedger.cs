using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>The DynamoDB items of a release.</summary>
public sealed class ReleaseLedger(IAmazonDynamoDB dynamoDb, StepSettings settings)
{
    /// <summary>Makes the release id this execution's own. Answers the execution that has it, which may be this one (second delivery).</summary>
    public async Task<string> RegisterAsync(ReleaseReference release, string executionArn, DateTimeOffset startedAt)
    {
        try
        {
            await dynamoDb.PutItemAsync(new PutItemRequest
            {
                TableName = settings.Table,
                Item = new Dictionary<string, AttributeValue>
                {
                    ["pk"] = new(KeyOf(release)),
                    ["sk"] = new("RELEASE"),
                    ["executionArn"] = new(executionArn),
                    ["planUri"] = new(release.PlanUri),
                    ["startedAt"] = new(startedAt.ToString("O", CultureInfo.InvariantCulture)),
                },
                ConditionExpression = "attribute_not_exists(pk)",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            });
            return executionArn;
        }
        catch (ConditionalCheckFailedException taken)
        {
            return taken.Item["executionArn"].S;
        }
    }

    private static string KeyOf(ReleaseReference release) => $"RELEASE#{release.Application}#{release.Id}";
}
