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
        var plan = await bucket.ReadPlanAsync(input.Release);
        var function = plan.Request.Function(input.Name);
        var planned = plan.Planned(input.Name);
        var change = code.ChangeTo(
            JournalPhase.Functions,
            function,
            plan.VersionOf(function.Artifact),
            save: present =>
            {
                PlannedState.Ensure(planned.Latest?.CodeSha256, present.Sha256, "code", input);
                return backup.SaveAsync(input.Name, present);
            }
        );
        var updated = await changes.ApplyAsync(
            input.Release,
            change with
            {
                ReplacesEdit = planned.Edits.Any(FunctionDifferences.IsOfCode),
            }
        );
        return new ItemResult(input.Name, updated ? "updated" : "unchanged");
    }
}
