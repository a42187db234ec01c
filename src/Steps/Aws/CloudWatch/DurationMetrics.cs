using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>How long versions of functions take, from the metrics that Lambda publishes.</summary>
public sealed class DurationMetrics(IAmazonCloudWatch cloudWatch)
{
    // The most queries that GetMetricData takes at once is 500; a source has four.
    private const int BatchSize = 125;
    private static readonly string[] Statistics = ["Average", "p95", "SampleCount", "Maximum"];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The durations of each source since a moment, for each hour that has calls.</summary>
    /// <param name="sources">Each with the dimensions of its metric; another set of dimensions is another metric.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Durations>>> MeasureAsync(
        IReadOnlyList<DurationSource> sources, DateTimeOffset since, DateTimeOffset now)
    {
        var durations = new List<IReadOnlyList<Durations>>();
        foreach (var batch in sources.Chunk(BatchSize))
        {
            var values = await ReadAsync([.. batch.SelectMany(Queries)], since, now);
            durations.AddRange(batch.Select((_, i) => DurationsOf(i, values)));
        }

        return durations;
    }

    // With periods of whole hours no point is cut by the hour that it begins in.
    private async Task<ILookup<string, (DateTime Hour, double Value)>> ReadAsync(
        List<MetricDataQuery> queries, DateTimeOffset since, DateTimeOffset now)
    {
        var found = new List<(string Id, DateTime Hour, double Value)>();
        string? next = null;
        do
        {
            var page = await cloudWatch.GetMetricDataAsync(new GetMetricDataRequest
            {
                MetricDataQueries = queries,
                StartTime = Floor(since).UtcDateTime,
                EndTime = Floor(now + Hour).UtcDateTime,
                NextToken = next,
            });
            foreach (var result in page.MetricDataResults ?? [])
            {
                if (result.StatusCode == StatusCode.InternalError || result.StatusCode == StatusCode.Forbidden)
                    throw new AwsUnavailableException($"CloudWatch could not read {result.Label}: {result.StatusCode}", new IOException(result.StatusCode.Value));
                found.AddRange((result.Timestamps ?? []).Zip(result.Values ?? [], (hour, value) => (result.Id, hour, value)));
            }

            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found.ToLookup(f => f.Id, f => (f.Hour, f.Value));
    }

    private static IEnumerable<MetricDataQuery> Queries(DurationSource source, int index) => Statistics.Select((statistic, i) => new MetricDataQuery
    {
        Id = $"q{index}s{i}",
        MetricStat = new MetricStat
        {
            Metric = new Metric
            {
                Namespace = "AWS/Lambda",
                MetricName = "Duration",
                Dimensions = [.. source.Dimensions.Select(d => new Dimension { Name = d.Key, Value = d.Value })],
            },
            Period = (int)Hour.TotalSeconds,
            Stat = statistic,
        },
    });

    private static IReadOnlyList<Durations> DurationsOf(int index, ILookup<string, (DateTime Hour, double Value)> values)
    {
        return [.. values[$"q{index}s2"].Where(count => count.Value > 0).Select(count => In(count.Hour, (long)count.Value))];

        Durations In(DateTime hour, long calls)
        {
            var average = Of(0, hour) ?? 0;
            var p95 = Of(1, hour) ?? average;
            return new Durations(average, p95, Of(3, hour) ?? p95, calls);
        }

        double? Of(int statistic, DateTime hour) =>
            values[$"q{index}s{statistic}"].Where(v => v.Hour == hour).Select(v => (double?)v.Value).FirstOrDefault();
    }

    private static DateTimeOffset Floor(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % Hour.Ticks), moment.Offset);
}

/// <summary>Calls of a version, as CloudWatch counts them.</summary>
public sealed record DurationSource(IReadOnlyDictionary<string, string> Dimensions)
{
    /// <summary>Calls that an alias with weights gave to a version.</summary>
    public static DurationSource ThroughAlias(string function, string alias, string version) => new(new Dictionary<string, string>
    {
        ["FunctionName"] = function,
        ["Resource"] = $"{function}:{alias}",
        ["ExecutedVersion"] = version,
    });

    /// <summary>Calls of the version itself, such as its smoke tests.</summary>
    public static DurationSource Direct(string function, string version) => new(new Dictionary<string, string>
    {
        ["FunctionName"] = function,
        ["Resource"] = $"{function}:{version}",
    });
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
