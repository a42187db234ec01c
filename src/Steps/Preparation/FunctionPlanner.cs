using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>
/// Compares a function of the request with what is live, and says what of it a release would overwrite or could not restore.
/// </summary>
public sealed class FunctionPlanner(LambdaFunctions functions, LambdaAliases aliases, EnvironmentSeal seal)
{
    /// <param name="owner">Whose the function is after the release.</param>
    /// <param name="planned">The layers of the request.</param>
    public async Task<FunctionPlan> PlanAsync(
        FunctionRequest function,
        string alias,
        FunctionOwner owner,
        IReadOnlyList<PlannedLayer> planned,
        LayerShelf shelf
    )
    {
        if (await functions.FindReadyOwnedAsync(function.Name) is not { } found)
            return new(new PlannedFunction(function.Name, FunctionChange.Create, ["does not exist yet"], LiveVersion: null), []);
        var plan = await PlanUpdateAsync(function, found.Configuration, alias, planned, shelf);
        return plan with
        {
            Function = plan.Function with
            {
                Claim = found.Owner != owner,
                Owner = found.Owner?.ToString(),
                IsSwitchedOff = found.IsSwitchedOff,
            },
        };
    }

    private async Task<FunctionPlan> PlanUpdateAsync(
        FunctionRequest function,
        FunctionConfiguration latest,
        string alias,
        IReadOnlyList<PlannedLayer> planned,
        LayerShelf shelf
    )
    {
        var present = await FunctionContent.OfAsync(latest, seal);
        if (await aliases.FindAsync(function.Name, alias) is not { } live)
            return await DescribeAsync(Updated(function, null, [$"has no alias {alias} yet"]), present, edited: null, shelf);

        // A layer that is still to be published has no ARN yet, so it differs from any that is live.
        var arns = function.Layers.Select(name =>
            planned.FirstOrDefault(l => l.Name == name) is { } layer ? layer.VersionArn ?? $"{name} (new version)" : name
        );
        var wanted = new FunctionContent(CodeIdentity.Of(function), FunctionSettings.Of(function, [.. arns]));
        var target = LambdaAliases.TargetOf(live);
        var version = await functions.FindAsync(function.Name, target.Version) is { } served
            ? await FunctionContent.OfAsync(served, seal)
            : null;
        var reasons = FindReasons(wanted, target, version);
        if (present.Settings.Description != wanted.Settings.Description)
            reasons.Add("description");
        // After an update that failed Lambda may show what has not taken effect.
        var hasFailed = LambdaFunctions.ProblemOf(latest) is not null;
        var edits = hasFailed ? [] : FindEdits(present, version, wanted);
        if (edits.Count > 0)
            reasons.Add("$LATEST was changed by hand");
        if (hasFailed)
            reasons.Add("its last update failed");
        var edited =
            edits.Count == 0 ? null : Edited(function.Name, alias, FunctionDifferences.Describe(edits, present, version!), target.Version);
        return await DescribeAsync(Updated(function, target.Version, reasons) with { Edits = edits }, present, edited, shelf);
    }

    private static PlannedFunction Updated(FunctionRequest function, string? liveVersion, IReadOnlyList<string> reasons) =>
        new(function.Name, reasons.Count == 0 ? FunctionChange.None : FunctionChange.Update, reasons, liveVersion);

    private static List<string> FindReasons(FunctionContent wanted, AliasTarget target, FunctionContent? version)
    {
        if (version is null)
            return [$"version {target.Version} is gone"];
        var reasons = new List<string>();
        if (version.Code != wanted.Code)
            reasons.Add("code");
        reasons.AddRange(wanted.Settings.DifferencesTo(version.Settings));
        if (target.Weights.Count > 0)
            reasons.Add("the alias is split between versions");
        return reasons;
    }

    // What the request wants as well is not lost.
    private static IReadOnlyList<string> FindEdits(FunctionContent latest, FunctionContent? version, FunctionContent wanted) =>
        version is null ? [] : [.. FunctionDifferences.Between(latest, version).Intersect(FunctionDifferences.Between(latest, wanted))];

    private static async Task<FunctionPlan> DescribeAsync(
        PlannedFunction planned,
        FunctionContent latest,
        PlannedRisk? edited,
        LayerShelf shelf
    )
    {
        if (planned.Change == FunctionChange.None)
            return new(planned, []);
        var lost = await shelf.FindLostAsync(latest.Settings.Layers);
        PlannedRisk?[] risks = [edited, lost.Count == 0 ? null : NotReversible(planned.Name, lost)];
        var seen = new PlannedLatest(latest.Code.Sha256, latest.Settings.Digest.Hex);
        return new(planned with { Latest = seen }, [.. risks.OfType<PlannedRisk>()]);
    }

    private static PlannedRisk Edited(string function, string alias, string what, string version) =>
        new(
            $"edited:{function}",
            $"$LATEST of {function} was changed outside the releases: {what}. Alias {alias} serves version {version}, which has not got that, "
                + "and the release overwrites it. Put it into the workload, or publish it as a version to keep it"
        );

    private static PlannedRisk NotReversible(string function, IReadOnlyList<string> lost) =>
        new(
            $"not-reversible:{function}",
            $"This release could not be rolled back: $LATEST of {function} has layer {string.Join(" and ", lost)}, which does not exist any "
                + "more or is not shared any more, and Lambda does not attach it again. A rollback would move the alias back to its version, "
                + "which keeps its copy, and restore $LATEST without the layer"
        );
}

/// <param name="Risks">What of it the release would overwrite or could not restore.</param>
public sealed record FunctionPlan(PlannedFunction Function, IReadOnlyList<PlannedRisk> Risks);
