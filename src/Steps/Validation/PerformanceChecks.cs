using System.Globalization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>Measures the new versions: duration against the limits; cold start and package size for the record.</summary>
public sealed class PerformanceChecks(ReleaseLedger ledger, LambdaFunctions functions, DurationMetrics metrics, TimeProvider time)
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(ReleasePlan plan)
    {
        var started = time.GetTimestamp();
        var versions = new List<(string Function, string Version)>();
        foreach (var function in plan.Functions.Where(f => f.Change != FunctionChange.None))
            versions.Add((function.Name, await ledger.VersionAsync(plan.Release, function.Name)));
        var sources = versions
            .SelectMany(v =>
                new[]
                {
                    DurationSource.ThroughAlias(v.Function, plan.Request.Alias, v.Version),
                    DurationSource.Direct(v.Function, v.Version),
                }
            )
            .ToList();
        var measured = await metrics.MeasureAsync(sources, plan.StartedAt, time.GetUtcNow());
        var elapsed = (long)time.GetElapsedTime(started).TotalMilliseconds;

        var results = new List<CheckResult>();
        foreach (var (index, (function, version)) in versions.Index())
        {
            var (traffic, direct) = (measured[2 * index], measured[(2 * index) + 1]);
            var durations =
                traffic.Count > 0
                    ? new VersionDurations(version, $"through {plan.Request.Alias}", traffic)
                    : new VersionDurations(version, "that called the version itself", direct);
            results.AddRange(durations.Judge(ComponentOf(function), plan.Request.Performance).Select(r => r with { Duration = elapsed }));
            results.Add(ColdStart(function, version, await ledger.FindColdStartAsync(plan.Release, function)));
            results.Add(PackageSize(function, version, await functions.FindAsync(function, version)));
        }

        return results;
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
