using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>
/// First contact with a function: a tag says whose it is; unless it has the alias already, its present code becomes a version, and the
/// alias points to it.
/// </summary>
public sealed class AdoptFunctionStep(
    ReleaseBucket bucket,
    LambdaFunctions functions,
    FunctionOwnership ownership,
    AliasResource aliases,
    Changes changes,
    StepSettings settings
)
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
        var planned = plan.Functions.First(f => f.Name == input.Name);
        var owner = FunctionOwner.Of(input.Release, settings);
        if (planned.Claim)
            await changes.ApplyAsync(input.Release, ownership.Claim(input.Name, owner, FunctionOwner.Parse(planned.Owner)));
        if (!planned.Adopt)
            return new ItemResult(input.Name, $"belongs to {owner}");

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
