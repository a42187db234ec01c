using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Makes this the only release of the application in the environment.</summary>
public sealed class AcquireLockStep(ReleaseLock @lock)
{
    /// <returns>The release with its fencing token.</returns>
    [LambdaFunction]
    public async Task<ReleaseReference> AcquireLock(ReleaseInput input) =>
        input.Release with { Token = await @lock.AcquireAsync(input.Release) };
}
