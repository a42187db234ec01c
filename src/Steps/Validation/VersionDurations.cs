using System.Globalization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>
/// How long the calls of a version took, hour by hour, against the limits: the worst hour counts, and no single slow call decides.
/// </summary>
/// <param name="From">Whose calls they were.</param>
internal sealed record VersionDurations(string Version, string From, IReadOnlyList<Durations> Hours)
{
    // Of fewer calls the 95th percentile is the slowest one.
    private const int CallsOfPercentile = 20;
    private const string Faster =
        "Raise the function's memorySize, find out what it waits for, or raise the limit under \"performance\" when this is normal.";

    /// <summary>The average and the 95th percentile.</summary>
    public IEnumerable<CheckResult> Judge(string component, PerformanceRequest limits)
    {
        yield return Judge("performance.average", component, limits.AverageDuration, hour => hour.Average, many: 0);
        yield return Judge("performance.p95", component, limits.P95Duration, hour => hour.P95, CallsOfPercentile);
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
        if (Hours.OrderByDescending(Fails).ThenByDescending(statistic).FirstOrDefault() is not { } worst)
            return result with { Evidence = $"no data: CloudWatch knows no call of version {Version} yet" };
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

        bool Fails(Durations hour) => statistic(hour) > limit && ((many > 0 && hour.Calls >= many) || hour.AverageOfOthers > limit);
    }

    private string Describe(Durations hour) =>
        hour.AverageOfOthers is { } others
            ? $"{hour.Calls} calls of version {Version} {From}, the slowest {Format(hour.Slowest)}, the others {Format(others)} on average"
            : $"one call of version {Version} {From}, it took {Format(hour.Slowest)}";
}
