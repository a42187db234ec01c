using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Layers;

/// <summary>Removes a probe, whether it was created or not. Its log stays in the group that all probes share.</summary>
public sealed class DeleteProbeStep(LambdaFunctions functions)
{
    /// <exception cref="FunctionNotReadyException">It is still being created; ask again.</exception>
    [LambdaFunction]
    public async Task<ItemResult> DeleteProbe(ItemInput input)
    {
        await functions.DeleteAsync(input.Name);
        return new ItemResult(input.Name, "deleted");
    }
}
