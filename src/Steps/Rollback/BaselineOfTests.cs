using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// Which functions did not answer as declared before the release changed anything. CheckBefore has invoked each with the first smoke
/// test of the release that was live, so nothing is invoked for it again.
/// </summary>
public sealed class BaselineOfTests(ReleaseBucket bucket, CheckRecords records)
{
    private const string Prefix = "function:";

    private static readonly HashSet<string> Answering = [CheckCatalog.FunctionExecutable.Id, CheckCatalog.FunctionResponse.Id];

    /// <summary>Empty for a rollback that a person asked for: the releases that it undoes were good when they ended.</summary>
    internal async Task<HashSet<string>> FindFailedAsync(ReleaseReference release)
    {
        if (release.PlanUri is null)
            return [];
        var plan = await bucket.ReadPlanAsync(release);
        var batches = CheckBatches.Of(plan).Where(b => CheckBatches.Read(b).Kind == CheckSubjects.Functions);
        var before = await records.ReadKnownAsync(release, CheckRuns.Before, [.. batches]);
        return before
            .Where(r =>
                r.Verdict == CheckVerdict.Failed && Answering.Contains(r.Id) && r.Component.StartsWith(Prefix, StringComparison.Ordinal)
            )
            .Select(r => r.Component[Prefix.Length..])
            .ToHashSet();
    }
}
