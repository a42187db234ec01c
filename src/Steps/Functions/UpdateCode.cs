using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Brings the code of <c>$LATEST</c> to what the request wants. The zip that it replaces is kept, for the way back.</summary>
public sealed class UpdateCodeStep(ReleaseBucket bucket, CodeKeeper keeper, LambdaFunctions functions, FunctionCodeResource code, Changes changes)
{
    [LambdaFunction]
    public async Task<ItemResult> UpdateCode(ItemInput input)
    {
        var function = (await bucket.ReadPlanAsync(input.Release)).Request.Function(input.Name);
        var wanted = CodeIdentity.Of(function);
        // Also waits until the configuration's update is through: its end changes the revision.
        var current = await functions.FindReadyAsync(input.Name);
        if (current is not null && CodeIdentity.Of(current) != wanted)
            await keeper.KeepAsync(input.Name, CodeIdentity.Of(current));
        var updated = await changes.ApplyAsync(
            input.Release,
            JournalPhase.Functions,
            code,
            input.Name,
            wanted.ToJson(),
            () => functions.UpdateCodeAsync(input.Name, function.Architecture, function.Artifact.ObjectKey, current?.RevisionId));
        return new ItemResult(input.Name, updated ? "updated" : "unchanged");
    }
}
