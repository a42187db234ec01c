using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Store;

/// <summary>Who holds the lock of an application in an environment, or held it last.</summary>
/// <param name="Owner">Execution of the release, or of the rollback that a person asked for.</param>
/// <param name="By">Execution that works under the lock: the owner itself, or the rollback of it.</param>
/// <param name="ReleaseId">Id of the release, or of the rollback that a person asked for.</param>
/// <param name="Since">For people.</param>
/// <param name="ExpiresAt">When the lease runs out, in seconds since 1970; 0 when the lock was given back.</param>
/// <param name="Fence">Token of the holder.</param>
public sealed record LockHolder(string Owner, string By, string ReleaseId, string Since, long ExpiresAt, long Fence)
{
    /// <summary>Whether it was given back.</summary>
    public bool IsFree => ExpiresAt == 0;

    internal static LockHolder Of(Dictionary<string, AttributeValue> item) =>
        new(item["owner"].S, item["takenBy"].S, item["releaseId"].S, item["since"].S, Number(item["expiresAt"]), Number(item["fence"]));

    private static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
