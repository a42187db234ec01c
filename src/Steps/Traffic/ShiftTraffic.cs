using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Traffic;

/// <summary>Points the aliases of all changed functions to their new versions.</summary>
public sealed class ShiftTrafficStep(ReleaseBucket bucket, ReleaseLedger ledger, AliasResource aliases, Changes changes)
{
    private const int Parallelism = 8;

    [LambdaFunction]
    public async Task<ItemResult> ShiftTraffic(ReleaseInput input)
    {
        var plan = await bucket.ReadPlanAsync(input.Release);
        var changed = plan.Functions.Where(f => f.Change != FunctionChange.None).ToList();
        await Parallel.ForEachAsync(changed, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (function, _) =>
        {
            var target = AliasTarget.AllTo(await ledger.VersionAsync(input.Release, function.Name));
            var alias = AliasResource.NameOf(function.Name, plan.Request.Alias);
            await changes.ApplyAsync(
                input.Release,
                JournalPhase.Traffic,
                aliases,
                alias,
                wanted: state => JsonNode.DeepEquals(state, target.ToJson()),
                change: () => aliases.PointAsync(alias, target));
        });
        return new ItemResult(plan.Request.Alias, $"{changed.Count} functions, all traffic on the new versions");
    }
}
