using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>First contact with a function: its present code becomes a version, and the alias points to it.</summary>
public sealed class AdoptFunctionStep(ReleaseBucket bucket, LambdaFunctions functions, AliasResource aliases, Changes changes)
{
    [LambdaFunction]
    public async Task<ItemResult> AdoptFunction(ItemInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var alias = new AliasName(input.Name, plan.Request.Alias).ToString();
        var function =
            await functions.FindReadyAsync(input.Name)
            ?? throw new DriftDetectedException(
                $"Function {input.Name} was deleted outside release {input.Release.Id} after it was planned"
            );
        var baseline = await functions.PublishAsync(input.Name, function.CodeSha256, $"Baseline before release {input.Release.Id}");
        await changes.ApplyAsync(
            input.Release,
            aliases.ChangeBy(
                JournalPhase.Adoption,
                alias,
                isMade: state => state is not null,
                make: current => aliases.UpdateAsync(alias, AliasTarget.AllTo(baseline), current.Revision)
            )
        );
        return new ItemResult(input.Name, $"{plan.Request.Alias} -> {baseline}");
    }
}
