using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Makes this the only release of the application in the environment.</summary>
public sealed class AcquireLockStep(ReleaseLock @lock, ReleaseLedger ledger)
{
    /// <returns>The release with its fencing token.</returns>
    /// <exception cref="LockLostException">The release ended while this call was on its way.</exception>
    [LambdaFunction]
    public async Task<ReleaseReference> AcquireLock(ReleaseInput input)
    {
        var token = await @lock.AcquireAsync(input.Release);
        if (await ledger.FindRecordAsync(input.Release.Key) is { Status: ReleaseStatus.InProgress })
            return input.Release with { Token = token };
        await @lock.ReleaseAsync(input.Release);
        throw new LockLostException($"Release {input.Release.Id} has ended already; it does not take the lock any more.");
    }
}
