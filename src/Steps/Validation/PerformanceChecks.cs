using System.Globalization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Measures the new versions: duration against the limits; cold start and package size for the record.</summary>
public sealed class PerformanceChecks(
    ReleaseLedger ledger,
    CanaryLedger canaries,
    LambdaFunctions functions,
    DurationMetrics metrics,
    TimeProvider time
)
{
    /// <param name="since">Since when the release waits for the metrics.</param>
    /// <exception cref="MetricsPendingException">There are none of a version yet, and the release may wait on.</exception>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(ReleasePlan plan, DateTimeOffset since)
    {
        var (started, limits) = (time.GetTimestamp(), plan.Request.Performance);
        var measured = await MeasureAsync(plan);
        var elapsed = (long)time.GetElapsedTime(started).TotalMilliseconds;
        var unmeasured = measured
            .Where(m => m.Durations.Periods.Count == 0)
            .Select(m => $"{m.Function} version {m.Durations.Version}")
            .ToList();
        if (unmeasured.Count > 0 && time.GetUtcNow() - since < TimeSpan.FromSeconds(limits.WaitSeconds))
            throw new MetricsPendingException(
                $"CloudWatch has no duration yet of {string.Join(", ", unmeasured)}; it is waited for {limits.WaitSeconds} s at the most"
            );

        var results = new List<CheckResult>();
        foreach (var (function, durations) in measured)
        {
            results.AddRange(durations.Judge(ComponentOf(function), limits).Select(r => r with { Duration = elapsed }));
            results.Add(ColdStart(function, durations.Version, await ledger.FindColdStartAsync(plan.Release, function)));
            results.Add(PackageSize(function, durations.Version, await functions.FindAsync(function, durations.Version)));
        }

        return results;
    }

    private async Task<IReadOnlyList<(string Function, VersionDurations Durations)>> MeasureAsync(ReleasePlan plan)
    {
        var (alias, now) = (plan.Request.Alias, time.GetUtcNow());
        var versions = new List<(string Function, string Version)>();
        foreach (var function in plan.ChangedFunctions)
            versions.Add((function.Name, await ledger.VersionAsync(plan.Release, function.Name)));
        var hours = await metrics.MeasureHoursAsync(
            [
                .. versions.Select(v => DurationSource.ThroughAlias(v.Function, alias, v.Version)),
                .. versions.Select(v => DurationSource.Direct(v.Function, v.Version)),
            ],
            plan.StartedAt,
            now
        );
        var (split, direct) = (hours.Take(versions.Count).ToList(), hours.Skip(versions.Count).ToList());
        // Only an alias that splits its traffic surely says which version answered; since the last stage it is the new one.
        var whole = await canaries.FindLastAsync(plan.Release, plan.Request.Traffic) is { } last
            ? await metrics.MeasureSinceAsync([.. versions.Select(v => DurationSource.Alias(v.Function, alias))], last.ShiftedAt, now)
            : [.. versions.Select(_ => (Durations?)null)];
        return
        [
            .. versions.Select(
                (v, i) =>
                    (
                        v.Function,
                        split[i].Count > 0 || whole[i] is not null
                            ? new VersionDurations(v.Version, $"through {alias}", whole[i] is { } all ? [.. split[i], all] : split[i])
                            : new VersionDurations(v.Version, "that called the version itself", direct[i])
                    )
            ),
        ];
    }

    private static CheckResult ColdStart(string function, string version, double? milliseconds) =>
        new()
        {
            Id = "performance.cold-start",
            Component = ComponentOf(function),
            Verdict = milliseconds is null ? CheckVerdict.Skipped : CheckVerdict.Passed,
            Measured = milliseconds is { } value ? VersionDurations.Format(value) : null,
            Evidence = milliseconds is null
                ? $"no data: no smoke test of version {version} was a cold start"
                : $"start of version {version} in its smoke tests",
        };

    private static CheckResult PackageSize(string function, string version, Amazon.Lambda.Model.FunctionConfiguration? configuration)
    {
        var (code, layers) = (configuration?.CodeSize ?? 0, (configuration?.Layers ?? []).Sum(l => l.CodeSize ?? 0));
        return new CheckResult
        {
            Id = "performance.package",
            Component = ComponentOf(function),
            Verdict = configuration is null ? CheckVerdict.Skipped : CheckVerdict.Passed,
            Measured = configuration is null ? null : string.Create(CultureInfo.InvariantCulture, $"{(code + layers) / 1024.0:N0} KB"),
            Evidence = string.Create(
                CultureInfo.InvariantCulture,
                $"zipped: code {code / 1024.0:N0} KB, layers {layers / 1024.0:N0} KB, of version {version}"
            ),
        };
    }

    private static string ComponentOf(string function) => $"function:{function}";
}
