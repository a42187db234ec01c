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
public sealed class JudgeInfrastructureStep(ReleaseBucket bucket, CheckRecords records)
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
        var failing = after.Where(r => r.Verdict == CheckVerdict.Failed).ToLookup(r => IsBlamed(r, before.FirstOrDefault(r.IsSameCheckAs)));
        if (failing[true].Any())
            throw new CheckFailedException(Table(input.Release, [.. failing[true]], [.. failing[false]]));
        return new InfrastructureVerdict(
            after.Count(r => r.Verdict == CheckVerdict.Passed),
            after.Count(r => r.Verdict == CheckVerdict.Skipped),
            [.. failing[false].Take(ShownFailures).Select(r => $"{r.Id} of {r.Component}: {r.Evidence}")]
        );
    }

    private static bool IsBlamed(CheckResult after, CheckResult? before) =>
        Watching.Contains(after.Id) ? before?.Verdict == CheckVerdict.Passed : before?.Verdict != CheckVerdict.Failed;

    private static string Table(ReleaseReference release, IReadOnlyList<CheckResult> blamed, IReadOnlyList<CheckResult> known)
    {
        var text = new StringBuilder(
            $"After release {release.Id} the infrastructure fails {blamed.Count} check{(blamed.Count == 1 ? "" : "s")} that it did not fail before:"
        );
        foreach (var failure in blamed.Take(ShownFailures))
            text.Append("\n- ").Append(failure.ToLine());
        if (blamed.Count > ShownFailures)
            text.Append($"\n- and {blamed.Count - ShownFailures} more, see the bucket below checks/");
        if (known.Count > 0)
            text.Append(
                $"\nKnown, and not the release's fault: {string.Join(", ", known.Take(ShownFailures).Select(k => $"{k.Id} of {k.Component}"))}"
            );
        return text.ToString();
    }
}
