using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Validation;

/// <summary>How long versions of functions take, from the metrics that Lambda publishes.</summary>
public sealed class DurationMetrics(CloudWatchMetrics metrics)
{
    private static readonly string[] Statistics = ["Average", "p95", "SampleCount", "Maximum"];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The durations of each source since a moment, for each hour that has calls.</summary>
    /// <param name="sources">Each with the dimensions of its metric; another set of dimensions is another metric.</param>
    public Task<IReadOnlyList<IReadOnlyList<Durations>>> MeasureHoursAsync(
        IReadOnlyList<DurationSource> sources,
        DateTimeOffset since,
        DateTimeOffset now
    ) =>
        // With periods of whole hours no point is cut by the hour that it begins in.
        ReadAsync(sources, Hour, CloudWatchMetrics.Floor(since, Hour), CloudWatchMetrics.Floor(now + Hour, Hour));

    /// <summary>The durations of each source in all whole minutes after a moment together; null without calls.</summary>
    /// <inheritdoc cref="MeasureHoursAsync" path="/param"/>
    public async Task<IReadOnlyList<Durations?>> MeasureSinceAsync(
        IReadOnlyList<DurationSource> sources,
        DateTimeOffset moment,
        DateTimeOffset now
    )
    {
        var from = CloudWatchMetrics.Floor(moment, CloudWatchMetrics.Minute) + CloudWatchMetrics.Minute;
        return from < now
            ? [.. (await ReadAsync(sources, CloudWatchMetrics.Minute, from, now)).Select(Durations.OfAll)]
            : [.. sources.Select(_ => (Durations?)null)];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Durations>>> ReadAsync(
        IReadOnlyList<DurationSource> sources,
        TimeSpan period,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var queries = sources.SelectMany(source =>
            Statistics.Select(statistic => new MetricQuery("AWS/Lambda", "Duration", statistic, source.Dimensions))
        );
        var values = await metrics.ReadAsync([.. queries], period, from, to);
        return [.. values.Chunk(Statistics.Length).Select(DurationsOf)];
    }

    private static IReadOnlyList<Durations> DurationsOf(IReadOnlyDictionary<DateTimeOffset, double>[] values)
    {
        return [.. values[2].Where(count => count.Value > 0).Select(count => In(count.Key, (long)count.Value))];

        Durations In(DateTimeOffset period, long calls)
        {
            var average = Of(0, period) ?? 0;
            var p95 = Of(1, period) ?? average;
            return new Durations(average, p95, Of(3, period) ?? p95, calls);
        }

        double? Of(int statistic, DateTimeOffset period) => values[statistic].TryGetValue(period, out var value) ? value : null;
    }
}

/// <summary>Calls of a version, as CloudWatch counts them.</summary>
public sealed record DurationSource(IReadOnlyList<(string Name, string Value)> Dimensions)
{
    /// <summary>Calls that an alias with weights gave to a version.</summary>
    public static DurationSource ThroughAlias(string function, string alias, string version) =>
        new([("FunctionName", function), ("Resource", $"{function}:{alias}"), ("ExecutedVersion", version)]);

    /// <summary>Calls of an alias, whichever version answered.</summary>
    public static DurationSource Alias(string function, string alias) =>
        new([("FunctionName", function), ("Resource", $"{function}:{alias}")]);

    /// <summary>Calls of the version itself, such as its smoke tests.</summary>
    public static DurationSource Direct(string function, string version) =>
        new([("FunctionName", function), ("Resource", $"{function}:{version}")]);
}

/// <summary>How long the calls of a period took, in milliseconds.</summary>
/// <param name="P95">95th percentile.</param>
/// <param name="Slowest">The longest call.</param>
/// <param name="Calls">How many calls were measured.</param>
public sealed record Durations(double Average, double P95, double Slowest, long Calls)
{
    /// <summary>Of several periods; null when there are none. The percentile is the mean of theirs, weighted by their calls.</summary>
    public static Durations? OfAll(IReadOnlyList<Durations> periods)
    {
        var calls = periods.Sum(p => p.Calls);
        return calls == 0
            ? null
            : new Durations(
                periods.Sum(p => p.Average * p.Calls) / calls,
                periods.Sum(p => p.P95 * p.Calls) / calls,
                periods.Max(p => p.Slowest),
                calls
            );
    }

    /// <summary>The average of all calls but the slowest; null when there is only one.</summary>
    public double? AverageOfOthers => Calls > 1 ? ((Average * Calls) - Slowest) / (Calls - 1) : null;
}
