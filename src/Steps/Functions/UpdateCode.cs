using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Brings the code of <c>$LATEST</c> to what the request wants. The zip that it replaces is kept for a rollback.</summary>
public sealed class UpdateCodeStep(ReleaseBucket bucket, CodeBackup backup, FunctionCodeResource code, Changes changes)
{
    [LambdaFunction]
    public async Task<ItemResult> UpdateCode(ItemInput input)
    {
        var function = (await bucket.ReadPlanAsync(input.Release)).Request.Function(input.Name);
        var updated = await changes.ApplyAsync(
            input.Release,
            code.ChangeTo(JournalPhase.Functions, function, save: present => backup.SaveAsync(input.Name, present))
        );
        return new ItemResult(input.Name, updated ? "updated" : "unchanged");
    }
}
