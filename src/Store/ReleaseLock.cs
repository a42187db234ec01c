using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>
/// One release at a time for each application and environment: a lease with a fencing token. Whoever takes the lock gets a higher
/// token, and every journaled change checks it, so a holder that lost it cannot change anything any more.
/// </summary>
public sealed class ReleaseLock(IAmazonDynamoDB dynamoDb, StoreSettings settings, OpenReleases open, TimeProvider time)
{
    // Renewed by every change and by the loops; longer than any pause between two of them.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(20);

    private const int Attempts = 4;

    /// <summary>Takes the lock for a release. Asked again by the same execution, it answers the same token.</summary>
    /// <returns>The fencing token.</returns>
    /// <exception cref="ReleaseLockedException">Another release holds the lock; the message says who, since when.</exception>
    public Task<long> AcquireAsync(ReleaseReference release) => TakeAsync(release, by: release.ExecutionArn, isTakeOver: false);

    /// <summary>
    /// Takes the lock for the rollback of a release, from the release itself too: steps of it that still run can change nothing
    /// any more. Asked again by the same rollback, it answers the same token.
    /// </summary>
    /// <param name="by">The rollback's execution.</param>
    /// <returns>The fencing token.</returns>
    /// <exception cref="ReleaseLockedException">Another release holds the lock.</exception>
    public Task<long> TakeOverAsync(ReleaseReference release, string by) => TakeAsync(release, by, isTakeOver: true);

    /// <summary>Who holds the lock or held it last; null when nobody ever did.</summary>
    public Task<LockHolder?> FindAsync(ReleaseReference release) => FindAsync(release.Application, release.Environment);

    /// <summary>Who holds the lock or held it last; null when nobody ever did.</summary>
    public async Task<LockHolder?> FindAsync(string application, string environment, CancellationToken cancellationToken = default)
    {
        var request = new GetItemRequest
        {
            TableName = settings.Table,
            Key = KeyOf(application, environment),
            ConsistentRead = true,
        };
        return (await dynamoDb.GetItemAsync(request, cancellationToken)).Item is { Count: > 0 } item ? LockHolder.Of(item) : null;
    }

    /// <summary>Keeps the lock for another lease.</summary>
    /// <exception cref="LockLostException">Another release holds it by now.</exception>
    public async Task RenewAsync(ReleaseReference release)
    {
        try
        {
            await UpdateAsync(Check(release).Update);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Lost(release);
        }
    }

    /// <summary>Frees the lock if this release holds it. The counter stays, so that tokens never repeat.</summary>
    public async Task ReleaseAsync(ReleaseReference release)
    {
        try
        {
            await UpdateAsync(Update(release, expiry: 0, "#owner = :owner"));
        }
        catch (ConditionalCheckFailedException)
        {
            // Never taken, or held by another release by now.
        }
    }

    /// <summary>Frees the lock of a holder that has ended without giving it back, unless it has changed hands meanwhile.</summary>
    public async Task BreakAsync(string application, string environment, LockHolder holder, CancellationToken cancellationToken = default)
    {
        try
        {
            await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = settings.Table,
                    Key = KeyOf(application, environment),
                    UpdateExpression = "SET expiresAt = :expires ADD fence :one",
                    ConditionExpression = "fence = :fence",
                    ExpressionAttributeValues = new()
                    {
                        [":expires"] = Number(0),
                        [":one"] = Number(1),
                        [":fence"] = Number(holder.Fence),
                    },
                },
                cancellationToken
            );
        }
        catch (ConditionalCheckFailedException)
        {
            // It has changed hands meanwhile.
        }
    }

    /// <summary>The part of a transaction that fails when the lock is no longer this release's, and renews the lease.</summary>
    public TransactWriteItem Check(ReleaseReference release) => WithToken(release, Expiry());

    /// <summary>The part of a transaction that fails when the lock is no longer this release's, and frees it.</summary>
    public TransactWriteItem Free(ReleaseReference release) => WithToken(release, expiry: 0);

    internal static LockLostException Lost(ReleaseReference release) =>
        new($"Release {release.Id} lost the lock of {release.Application} in {release.Environment}; nothing more is changed in its name.");

    private async Task<long> TakeAsync(ReleaseReference release, string by, bool isTakeOver)
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = await FindAsync(release);
            if (held is { IsFree: false } && held.Owner == release.ExecutionArn && held.By == by)
                return held.Fence;
            await EnsureFreeAsync(release, held, isTakeOver);
            try
            {
                return await WriteAsync(release, by, held);
            }
            catch (ConditionalCheckFailedException) when (attempt < Attempts)
            {
                // Lost the race, or the release renewed its lease: look again.
            }
            catch (ConditionalCheckFailedException)
            {
                throw new ReleaseLockedException(
                    $"The lock of {release.Application} in {release.Environment} is changing hands; ask again."
                );
            }
        }
    }

    private async Task EnsureFreeAsync(ReleaseReference release, LockHolder? held, bool isTakeOver)
    {
        if (held is null or { IsFree: true } || (isTakeOver && held.Owner == release.ExecutionArn))
            return;
        var who =
            $"{release.Application} in {release.Environment} is being released by \"{held.ReleaseId}\" since {held.Since} ({held.Owner}).";
        if (held.ExpiresAt >= time.GetUtcNow().ToUnixTimeSeconds())
            throw new ReleaseLockedException($"{who} Start this release again when that one has ended.");
        // A lease that ran out does not mean that the release has ended: its changes may still be there.
        if (held.Owner != release.ExecutionArn && await open.FindAsync(held.Owner) is not null)
            throw new ReleaseLockedException($"{who} Its lease has run out, but it is not rolled back yet. See: coderipple repair");
    }

    private async Task<long> WriteAsync(ReleaseReference release, string by, LockHolder? held)
    {
        var update = new UpdateItemRequest
        {
            TableName = settings.Table,
            Key = KeyOf(release),
            UpdateExpression = "SET #owner = :owner, takenBy = :by, releaseId = :id, since = :since, expiresAt = :expires ADD fence :one",
            ConditionExpression = held is null ? "attribute_not_exists(pk)" : "fence = :fence",
            ExpressionAttributeNames = new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = new()
            {
                [":owner"] = new(release.ExecutionArn),
                [":by"] = new(by),
                [":id"] = new(release.Id),
                [":since"] = new(time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
                [":expires"] = Number(Expiry()),
                [":one"] = Number(1),
            },
            ReturnValues = ReturnValue.ALL_NEW,
        };
        if (held is not null)
            update.ExpressionAttributeValues[":fence"] = Number(held.Fence);
        if (held is not null && held.Owner != release.ExecutionArn)
        {
            // The other one may have renewed its lease since.
            update.ConditionExpression += " AND expiresAt = :seen";
            update.ExpressionAttributeValues[":seen"] = Number(held.ExpiresAt);
        }

        return LockHolder.Of((await dynamoDb.UpdateItemAsync(update)).Attributes).Fence;
    }

    private TransactWriteItem WithToken(ReleaseReference release, long expiry)
    {
        var update = Update(release, expiry, "#owner = :owner AND fence = :token");
        update.ExpressionAttributeValues[":token"] = Number(release.Token);
        return new TransactWriteItem { Update = update };
    }

    private Update Update(ReleaseReference release, long expiry, string condition) =>
        new()
        {
            TableName = settings.Table,
            Key = KeyOf(release),
            UpdateExpression = "SET expiresAt = :expires",
            ConditionExpression = condition,
            ExpressionAttributeNames = new() { ["#owner"] = "owner" },
            ExpressionAttributeValues = new() { [":owner"] = new(release.ExecutionArn), [":expires"] = Number(expiry) },
        };

    private Task UpdateAsync(Update update) =>
        dynamoDb.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = update.TableName,
                Key = update.Key,
                UpdateExpression = update.UpdateExpression,
                ConditionExpression = update.ConditionExpression,
                ExpressionAttributeNames = update.ExpressionAttributeNames,
                ExpressionAttributeValues = update.ExpressionAttributeValues,
            }
        );

    private long Expiry() => time.GetUtcNow().Add(Lease).ToUnixTimeSeconds();

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static Dictionary<string, AttributeValue> KeyOf(ReleaseReference release) => KeyOf(release.Application, release.Environment);

    private static Dictionary<string, AttributeValue> KeyOf(string application, string environment) =>
        LedgerTable.Key(LedgerKeys.Application(application, environment), LedgerKeys.Lock);
}
