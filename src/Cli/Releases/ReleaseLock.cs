using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Releases;

/// <summary>Who holds the lock of an application in an environment.</summary>
/// <param name="Owner">ARN of its execution.</param>
internal sealed record ReleaseLock(string ReleaseId, string Owner, string Since, string Fence)
{
    /// <summary>Null when nobody holds it.</summary>
    public static async Task<ReleaseLock?> FindAsync(ReleaseMachine machine, string application, CancellationToken cancellationToken)
    {
        var answer = await machine.Clients.DynamoDb.GetItemAsync(
            new GetItemRequest { TableName = machine.Table, Key = KeyOf(machine, application), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item && long.Parse(item["expiresAt"].N, CultureInfo.InvariantCulture) > 0
            ? new ReleaseLock(item["releaseId"].S, item["owner"].S, item["since"].S, item["fence"].N)
            : null;
    }

    /// <summary>Takes it from its holder, unless somebody else has it by now.</summary>
    public async Task FreeAsync(ReleaseMachine machine, string application, CancellationToken cancellationToken)
    {
        try
        {
            await machine.Clients.DynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = machine.Table,
                    Key = KeyOf(machine, application),
                    UpdateExpression = "SET expiresAt = :zero ADD fence :one",
                    ConditionExpression = "fence = :fence",
                    ExpressionAttributeValues = new() { [":zero"] = new() { N = "0" }, [":one"] = new() { N = "1" }, [":fence"] = new() { N = Fence } },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // It has changed hands meanwhile.
        }
    }

    private static Dictionary<string, AttributeValue> KeyOf(ReleaseMachine machine, string application) =>
        new() { ["pk"] = new(LedgerKeys.Application(application, machine.Environment)), ["sk"] = new(LedgerKeys.Lock) };
}
