using System.Text;
using Amazon.Lambda.Annotations;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Compares the checks after a release with those before. What failed before is reported, but not blamed on the release. What a
/// release creates has no before, so whatever is wrong with it is the release's - only that nobody watches it yet is no reason to
/// take it away again.
/// </summary>
public sealed class JudgeInfrastructureStep(ReleaseBucket bucket, ReleaseLedger ledger, CheckRecords records)
{
    private const int ShownFailures = 30;

    private static readonly HashSet<string> Watching =
    [
        CheckCatalog.FunctionAlarms.Id,
        CheckCatalog.FunctionLogGroup.Id,
        CheckCatalog.MonitoringFunctions.Id,
        CheckCatalog.MonitoringLayers.Id,
    ];

    /// <exception cref="CheckFailedException">Something fails now that did not fail before; the message is the table.</exception>
    [LambdaFunction]
    public async Task<InfrastructureVerdict> JudgeInfrastructure(JudgeInput input)
    {
        var batches = CheckBatches.Of(await bucket.ReadPlanAsync(input.Release));
        var before = await records.ReadKnownAsync(input.Release, CheckRuns.Before, batches);
        var after = await records.ReadAsync(input.Release, CheckRuns.After, batches);
        var failing = after
            .Where(r => r.Verdict == CheckVerdict.Failed)
            .Select(r => new Failing(r, before.FirstOrDefault(r.IsSameCheckAs)?.Verdict))
            .ToLookup(IsBlamed);
        if (failing[true].Any())
            throw new CheckFailedException(Table(input.Release, [.. failing[true]], [.. failing[false]]));
        var verdict = new InfrastructureVerdict(
            after.Count(r => r.Verdict == CheckVerdict.Passed),
            after.Count(r => r.Verdict == CheckVerdict.Skipped),
            Shown([.. failing[false]], f => f.ToString())
        );
        // CompleteRelease tells people.
        if (verdict.NotBlamed.Count > 0)
            await ledger.RecordVerdictAsync(input.Release, verdict);
        return verdict;
    }

    private static bool IsBlamed(Failing check) =>
        Watching.Contains(check.After.Id) ? check.Before == CheckVerdict.Passed : check.Before != CheckVerdict.Failed;

    private static string Table(ReleaseReference release, IReadOnlyList<Failing> blamed, IReadOnlyList<Failing> known)
    {
        var text = new StringBuilder(
            $"After release {release.Id} the infrastructure fails {blamed.Count} check{(blamed.Count == 1 ? "" : "s")} that it did not fail before:"
        );
        foreach (var line in Shown(blamed, f => f.After.ToLine()))
            text.Append("\n- ").Append(line);
        if (known.Count > 0)
            text.Append($"\nKnown, and not the release's fault: {string.Join(", ", Shown(known, f => f.Name))}");
        return text.ToString();
    }

    private static IReadOnlyList<string> Shown(IReadOnlyList<Failing> failing, Func<Failing, string> describe) =>
        [
            .. failing.Take(ShownFailures).Select(describe),
            .. failing.Count > ShownFailures ? [$"and {failing.Count - ShownFailures} more, see the bucket below checks/"] : (string[])[],
        ];

    /// <param name="Before">Null when there was nothing to check before the release.</param>
    private sealed record Failing(CheckResult After, CheckVerdict? Before)
    {
        public string Name => $"{After.Id} of {After.Component}";

        public override string ToString() => $"{Blame}: {Name}: {After.Evidence}";

        private string Blame => Before == CheckVerdict.Failed ? "failed before the release too" : "fails, and not by the release";
    }
}
