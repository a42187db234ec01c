using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>Removes a probe, whether it was created or not. Its log stays in the group that all probes share.</summary>
public sealed class DeleteProbeStep(LambdaFunctions functions, ChangeLog log)
{
    /// <exception cref="ResourceNotStabilizedException">It is still being created; ask again.</exception>
    [LambdaFunction]
    public async Task<ItemResult> DeleteProbe(ItemInput input)
    {
        var resource = new ResourceId(ResourceKinds.Function, input.Name);
        return await log.FollowAsync(
            input.Release,
            ChangeLog.ProbeDeletion,
            resource,
            async () =>
            {
                var end = await functions.DeleteAsync(input.Name) ? ChangeEnd.Changed : ChangeEnd.AlreadyAsWanted;
                return (new ItemResult(input.Name, "deleted"), end);
            }
        );
    }
}
