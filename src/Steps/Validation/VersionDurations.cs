using System.Globalization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>
/// How long the calls of a version took, period by period, against the limits: the worst one counts, and no single slow call decides.
/// </summary>
/// <param name="From">Whose calls they were.</param>
internal sealed record VersionDurations(string Version, string From, IReadOnlyList<Durations> Periods)
{
    /// <summary>The id of the check of the average.</summary>
    public const string Average = "performance.average";

    private const string P95 = "performance.p95";

    // Of fewer calls the 95th percentile is the slowest one.
    private const int CallsOfPercentile = 20;
    private const string Faster =
        "Raise the function's memorySize, find out what it waits for, or raise the limit under \"performance\" when this is normal.";

    private const string Visible =
        "Give the function a smoke test or an end-to-end test, wait longer by performance.waitSeconds, or set performance.onNoMetrics to promote.";

    /// <summary>The average and the 95th percentile.</summary>
    public IEnumerable<CheckResult> Judge(string component, PerformanceRequest limits)
    {
        if (Periods.Count == 0)
            return [NoData(Average, limits.AverageDuration), NoData(P95, limits.P95Duration)];
        return
        [
            Judge(Average, component, limits.AverageDuration, period => period.Average, many: 0),
            Judge(P95, component, limits.P95Duration, period => period.P95, CallsOfPercentile),
        ];

        CheckResult NoData(string id, int limit) =>
            new()
            {
                Id = id,
                Component = component,
                Limit = Format(limit),
                Verdict = limits.DemandsMetrics ? CheckVerdict.Failed : CheckVerdict.Skipped,
                Evidence =
                    $"no data: {limits.WaitSeconds} s after the shift CloudWatch knew no call of version {Version}"
                    + (limits.DemandsMetrics ? "" : "; by performance.onNoMetrics the release went on"),
                Remedy = limits.DemandsMetrics ? Visible : null,
            };
    }

    public static string Format(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:N0} ms");

    /// <param name="many">From so many calls on the statistic is not moved by one of them; 0 when it always is.</param>
    private CheckResult Judge(string id, string component, int limit, Func<Durations, double> statistic, int many)
    {
        var result = new CheckResult
        {
            Id = id,
            Component = component,
            Limit = Format(limit),
            Verdict = CheckVerdict.Skipped,
        };
        var worst = Periods.OrderByDescending(Fails).ThenByDescending(statistic).First();
        result = result with { Measured = Format(statistic(worst)), Evidence = Describe(worst) };
        if (Fails(worst))
            return result with { Verdict = CheckVerdict.Failed, Remedy = Faster };
        return statistic(worst) <= limit
            ? result with
            {
                Verdict = CheckVerdict.Passed,
            }
            : result with
            {
                Evidence = $"{result.Evidence}: that may be one slow call",
            };

        bool Fails(Durations period) => statistic(period) > limit && ((many > 0 && period.Calls >= many) || period.AverageOfOthers > limit);
    }

    private string Describe(Durations period) =>
        period.AverageOfOthers is { } others
            ? $"{period.Calls} calls of version {Version} {From}, the slowest {Format(period.Slowest)}, the others {Format(others)} on average"
            : $"one call of version {Version} {From}, it took {Format(period.Slowest)}";
}
