using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>How long versions of functions take, from the metrics that Lambda publishes.</summary>
public sealed class DurationMetrics(IAmazonCloudWatch cloudWatch)
{
    // The most queries that GetMetricData takes at once is 500; a source has three.
    private const int BatchSize = 160;
    private static readonly string[] Statistics = ["Average", "p95", "SampleCount"];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The durations of each source since a moment; null where there are no data.</summary>
    /// <param name="sources">Each with the dimensions of its metric; another set of dimensions is another metric.</param>
    public async Task<IReadOnlyList<Durations?>> MeasureAsync(IReadOnlyList<DurationSource> sources, DateTimeOffset since, DateTimeOffset now)
    {
        var durations = new List<Durations?>();
        foreach (var batch in sources.Chunk(BatchSize))
        {
            var values = await ReadAsync([.. batch.SelectMany(Queries)], since, now);
            durations.AddRange(batch.Select((_, i) => DurationsOf(i, values)));
        }

        return durations;
    }

    // With periods of whole hours no point is cut by the hour that it begins in; of a long release the worst hour counts.
    private async Task<ILookup<string, double>> ReadAsync(List<MetricDataQuery> queries, DateTimeOffset since, DateTimeOffset now)
    {
        var found = new List<(string Id, double Value)>();
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
                found.AddRange((result.Values ?? []).Select(value => (result.Id, value)));
            }

            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found.ToLookup(f => f.Id, f => f.Value);
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

    private static Durations? DurationsOf(int index, ILookup<string, double> values)
    {
        var calls = values[$"q{index}s2"].Sum();
        return calls > 0 ? new Durations(values[$"q{index}s0"].Max(), values[$"q{index}s1"].DefaultIfEmpty(values[$"q{index}s0"].Max()).Max(), (long)calls) : null;
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

/// <param name="Average">Milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="Calls">How many calls were measured.</param>
public sealed record Durations(double Average, double P95, long Calls);
