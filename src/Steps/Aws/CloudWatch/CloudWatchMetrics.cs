using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Statistics of metrics, one value for each period. What no data was put for is missing, not zero.</summary>
public sealed class CloudWatchMetrics(IAmazonCloudWatch cloudWatch)
{
    /// <summary>The resolution of the metrics that Lambda keeps.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // GetMetricData takes as many queries.
    private const int QueriesAtOnce = 500;

    /// <param name="from">Where a period begins.</param>
    /// <returns>For each query the value of every period that has data.</returns>
    public async Task<IReadOnlyList<IReadOnlyDictionary<DateTimeOffset, double>>> ReadAsync(
        IReadOnlyList<MetricQuery> queries,
        TimeSpan period,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var found = queries.Select(_ => new Dictionary<DateTimeOffset, double>()).ToList();
        foreach (var batch in queries.Index().Chunk(QueriesAtOnce))
        {
            var results = await Pages.ReadAsync<MetricDataResult>(async next =>
            {
                var page = await cloudWatch.GetMetricDataAsync(
                    new GetMetricDataRequest
                    {
                        MetricDataQueries = [.. batch.Select(q => Query(IdOf(q.Index), q.Item, period))],
                        StartTime = from.UtcDateTime,
                        EndTime = to.UtcDateTime,
                        NextToken = next,
                    }
                );
                return (page.MetricDataResults, page.NextToken);
            });
            foreach (var result in results)
                Add(found[int.Parse(result.Id[1..], CultureInfo.InvariantCulture)], result);
        }

        return found;
    }

    /// <summary>When the period that a moment lies in begins.</summary>
    public static DateTimeOffset Floor(DateTimeOffset moment, TimeSpan period) =>
        new(moment.UtcTicks / period.Ticks * period.Ticks, TimeSpan.Zero);

    // PartialData is not an error: the rest is on the next page.
    private static void Add(Dictionary<DateTimeOffset, double> values, MetricDataResult result)
    {
        if (result.StatusCode == StatusCode.InternalError || result.StatusCode == StatusCode.Forbidden)
        {
            var problem =
                $"CloudWatch answered {result.StatusCode} for metric {result.Label}: {string.Join("; ", (result.Messages ?? []).Select(m => m.Value))}";
            throw new AwsUnavailableException(problem, new InvalidOperationException(problem));
        }

        foreach (var (time, value) in (result.Timestamps ?? []).Zip(result.Values ?? []))
            values[new DateTimeOffset(DateTime.SpecifyKind(time.ToUniversalTime(), DateTimeKind.Utc))] = value;
    }

    private static MetricDataQuery Query(string id, MetricQuery query, TimeSpan period) =>
        new()
        {
            Id = id,
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = query.Namespace,
                    MetricName = query.Name,
                    Dimensions = [.. query.Dimensions.Select(d => new Dimension { Name = d.Name, Value = d.Value })],
                },
                Period = (int)period.TotalSeconds,
                Stat = query.Statistic,
            },
        };

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"q{index}");
}

/// <param name="Dimensions">All of them: a metric belongs to exactly one set of dimensions.</param>
public sealed record MetricQuery(
    string Namespace,
    string Name,
    string Statistic,
    params IReadOnlyList<(string Name, string Value)> Dimensions
);
