using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>How long versions of functions take, from the metrics that Lambda publishes.</summary>
public sealed class DurationMetrics(CloudWatchMetrics metrics)
{
    private static readonly string[] Statistics = ["Average", "p95", "SampleCount", "Maximum"];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The durations of each source since a moment, for each hour that has calls.</summary>
    /// <param name="sources">Each with the dimensions of its metric; another set of dimensions is another metric.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Durations>>> MeasureAsync(
        IReadOnlyList<DurationSource> sources,
        DateTimeOffset since,
        DateTimeOffset now
    )
    {
        var queries = sources.SelectMany(source =>
            Statistics.Select(statistic => new MetricQuery("AWS/Lambda", "Duration", statistic, source.Dimensions))
        );
        // With periods of whole hours no point is cut by the hour that it begins in.
        var (from, to) = (CloudWatchMetrics.Floor(since, Hour), CloudWatchMetrics.Floor(now + Hour, Hour));
        var values = await metrics.ReadAsync([.. queries], Hour, from, to);
        return [.. values.Chunk(Statistics.Length).Select(DurationsOf)];
    }

    private static IReadOnlyList<Durations> DurationsOf(IReadOnlyDictionary<DateTimeOffset, double>[] values)
    {
        return [.. values[2].Where(count => count.Value > 0).Select(count => In(count.Key, (long)count.Value))];

        Durations In(DateTimeOffset hour, long calls)
        {
            var average = Of(0, hour) ?? 0;
            var p95 = Of(1, hour) ?? average;
            return new Durations(average, p95, Of(3, hour) ?? p95, calls);
        }

        double? Of(int statistic, DateTimeOffset hour) => values[statistic].TryGetValue(hour, out var value) ? value : null;
    }
}

/// <summary>Calls of a version, as CloudWatch counts them.</summary>
public sealed record DurationSource(IReadOnlyList<(string Name, string Value)> Dimensions)
{
    /// <summary>Calls that an alias with weights gave to a version.</summary>
    public static DurationSource ThroughAlias(string function, string alias, string version) =>
        new([("FunctionName", function), ("Resource", $"{function}:{alias}"), ("ExecutedVersion", version)]);

    /// <summary>Calls of the version itself, such as its smoke tests.</summary>
    public static DurationSource Direct(string function, string version) =>
        new([("FunctionName", function), ("Resource", $"{function}:{version}")]);
}

/// <summary>How long the calls of an hour took, in milliseconds.</summary>
/// <param name="P95">95th percentile.</param>
/// <param name="Slowest">The longest call.</param>
/// <param name="Calls">How many calls were measured.</param>
public sealed record Durations(double Average, double P95, double Slowest, long Calls)
{
    /// <summary>The average of all calls but the slowest; null when there is only one.</summary>
    public double? AverageOfOthers => Calls > 1 ? ((Average * Calls) - Slowest) / (Calls - 1) : null;
}
