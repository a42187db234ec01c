using Amazon.CloudWatch.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>One of the metrics or expressions of an alarm on metric math.</summary>
public sealed record AlarmMetric
{
    public required string Id { get; init; }

    public string? Expression { get; set; }

    public string? Label { get; set; }

    public bool? ReturnData { get; set; }

    public int? Period { get; set; }

    public string? AccountId { get; set; }

    public string? Namespace { get; set; }

    public string? MetricName { get; set; }

    public SortedDictionary<string, string>? Dimensions { get; set; }

    public int? MetricPeriod { get; set; }

    public string? Stat { get; set; }

    public string? Unit { get; set; }

    public static AlarmMetric Of(MetricDataQuery live) =>
        new()
        {
            Id = live.Id,
            Expression = live.Expression,
            Label = live.Label,
            ReturnData = live.ReturnData,
            Period = live.Period,
            AccountId = live.AccountId,
            Namespace = live.MetricStat?.Metric?.Namespace,
            MetricName = live.MetricStat?.Metric?.MetricName,
            Dimensions = Sorted(live.MetricStat?.Metric?.Dimensions),
            MetricPeriod = live.MetricStat?.Period,
            Stat = live.MetricStat?.Stat,
            Unit = live.MetricStat?.Unit?.Value,
        };

    public MetricDataQuery ToQuery() =>
        new()
        {
            Id = Id,
            Expression = Expression,
            Label = Label,
            ReturnData = ReturnData,
            Period = Period,
            AccountId = AccountId,
            MetricStat = MetricName is null
                ? null
                : new MetricStat
                {
                    Metric = new Metric
                    {
                        Namespace = Namespace,
                        MetricName = MetricName,
                        Dimensions = ToDimensions(Dimensions),
                    },
                    Period = MetricPeriod,
                    Stat = Stat,
                    Unit = Unit,
                },
        };

    internal static SortedDictionary<string, string>? Sorted(List<Dimension>? dimensions) =>
        dimensions is { Count: > 0 } ? new(dimensions.ToDictionary(d => d.Name, d => d.Value), StringComparer.Ordinal) : null;

    internal static List<Dimension>? ToDimensions(SortedDictionary<string, string>? dimensions) =>
        dimensions?.Select(d => new Dimension { Name = d.Key, Value = d.Value }).ToList();
}
