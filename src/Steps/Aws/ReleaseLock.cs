using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// One release at a time for each application and environment: a lease with a fencing token. Every holder gets a higher token;
/// every journaled change checks it, so a holder that lost the lease cannot change anything any more.
/// </summary>
public sealed class ReleaseLock(IAmazonDynamoDB dynamoDb, StepSettings settings, TimeProvider time)
{
    // Renewed by every change and by the loops; longer than any pause between two of them.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(20);

    /// <returns>The fencing token.</returns>
    /// <exception cref="ReleaseLockedException">Somebody else holds the lock; the message says who, since when.</exception>
    public async Task<long> AcquireAsync(ReleaseReference release)
    {
        try
        {
            var answer = await dynamoDb.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = settings.Table,
                Key = KeyOf(release),
                UpdateExpression = "SET #owner = :owner, releaseId = :id, since = :since, expiresAt = :expires ADD fence :one",
                // The owner may ask again: its first answer may have been lost.
                ConditionExpression = "attribute_not_exists(pk) OR expiresAt < :now OR #owner = :owner",
                ExpressionAttributeNames = new() { ["#owner"] = "owner" },
                ExpressionAttributeValues = new()
                {
                    [":owner"] = new(release.ExecutionArn),
                    [":id"] = new(release.Id),
                    [":since"] = new(time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
                    [":expires"] = Number(Expiry()),
                    [":now"] = Number(time.GetUtcNow().ToUnixTimeSeconds()),
                    [":one"] = Number(1),
                },
                ReturnValues = ReturnValue.ALL_NEW,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            });
            return long.Parse(answer.Attributes["fence"].N, CultureInfo.InvariantCulture);
        }
        catch (ConditionalCheckFailedException held)
        {
            throw new ReleaseLockedException(
                $"{release.Application} in {release.Environment} is being released by \"{held.Item["releaseId"].S}\" since {held.Item["since"].S} ({held.Item["owner"].S}). "
                + "Start this release again when that one has ended.");
        }
    }

    /// <summary>Keeps the lock for another lease.</summary>
    /// <exception cref="LockLostException">It is somebody else's by now.</exception>
    public async Task RenewAsync(ReleaseReference release)
    {
        try
        {
            var renewal = Check(release).Update;
            await dynamoDb.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = renewal.TableName,
                Key = renewal.Key,
                UpdateExpression = renewal.UpdateExpression,
                ConditionExpression = renewal.ConditionExpression,
                ExpressionAttributeNames = renewal.ExpressionAttributeNames,
                ExpressionAttributeValues = renewal.ExpressionAttributeValues,
            });
        }
        catch (ConditionalCheckFailedException)
        {
            throw new LockLostException($"Release {release.Id} lost the lock of {release.Application} in {release.Environment}; it changes nothing any more.");
        }
    }

    /// <summary>Frees the lock if this release holds it. The counter stays, so that tokens never repeat.</summary>
    public async Task ReleaseAsync(ReleaseReference release)
    {
        try
        {
            await dynamoDb.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = settings.Table,
                Key = KeyOf(release),
                UpdateExpression = "SET expiresAt = :zero",
                ConditionExpression = "#owner = :owner",
                ExpressionAttributeNames = new() { ["#owner"] = "owner" },
                ExpressionAttributeValues = new() { [":owner"] = new(release.ExecutionArn), [":zero"] = Number(0) },
            });
        }
        catch (ConditionalCheckFailedException)
        {
            // Never taken, or somebody else's by now.
        }
    }

    /// <summary>The part of a transaction that fails when the lock is no longer this release's, and renews the lease.</summary>
    internal TransactWriteItem Check(ReleaseReference release) => new()
    {
        Update = new Update
        {
            TableName = settings.Table,
            Key = KeyOf(release),
            UpdateExpression = "SET expiresAt = :expires",
            ConditionExpression = "#owner = :owner AND fence = :token",
            ExpressionAttributeNames = new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = new()
            {
                [":owner"] = new(release.ExecutionArn),
                [":token"] = Number(release.Token),
                [":expires"] = Number(Expiry()),
            },
        },
    };

    private long Expiry() => time.GetUtcNow().Add(Lease).ToUnixTimeSeconds();

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static Dictionary<string, AttributeValue> KeyOf(ReleaseReference release) =>
        LedgerTable.Key(LedgerKeys.Application(release.Application, release.Environment), LedgerKeys.Lock);
}
