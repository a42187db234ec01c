using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A metric alarm without its state: all that PutMetricAlarm takes, for it replaces a definition as a whole.</summary>
public sealed record AlarmDefinition
{
    public string? Description { get; set; }

    public string? Namespace { get; set; }

    public string? MetricName { get; set; }

    public SortedDictionary<string, string>? Dimensions { get; set; }

    public string? Statistic { get; set; }

    public string? ExtendedStatistic { get; set; }

    public string? Unit { get; set; }

    public int? Period { get; set; }

    public int? EvaluationPeriods { get; set; }

    public int? DatapointsToAlarm { get; set; }

    public double? Threshold { get; set; }

    public string? ThresholdMetricId { get; set; }

    public string? Comparison { get; set; }

    public string? MissingData { get; set; }

    public string? LowSampleCounts { get; set; }

    public bool ActionsEnabled { get; set; } = true;

    public IReadOnlyList<string>? AlarmActions { get; set; }

    public IReadOnlyList<string>? OkActions { get; set; }

    public IReadOnlyList<string>? InsufficientDataActions { get; set; }

    /// <summary>Only of an alarm on metric math.</summary>
    public IReadOnlyList<AlarmMetric>? Metrics { get; set; }

    /// <summary>Only of an alarm on a PromQL query.</summary>
    public AlarmQuery? Query { get; set; }

    /// <summary>Seconds between two looks of an alarm on a PromQL query.</summary>
    public int? EvaluationInterval { get; set; }

    public static AlarmDefinition Of(MetricAlarm live) =>
        new()
        {
            Description = live.AlarmDescription,
            Namespace = live.Namespace,
            MetricName = live.MetricName,
            Dimensions = AlarmMetric.Sorted(live.Dimensions),
            Statistic = live.Statistic?.Value,
            ExtendedStatistic = live.ExtendedStatistic,
            Unit = live.Unit?.Value,
            Period = live.Period,
            EvaluationPeriods = live.EvaluationPeriods,
            DatapointsToAlarm = live.DatapointsToAlarm,
            Threshold = live.Threshold,
            ThresholdMetricId = live.ThresholdMetricId,
            Comparison = live.ComparisonOperator?.Value,
            MissingData = live.TreatMissingData,
            LowSampleCounts = live.EvaluateLowSampleCountPercentile,
            ActionsEnabled = live.ActionsEnabled ?? true,
            AlarmActions = Filled(live.AlarmActions),
            OkActions = Filled(live.OKActions),
            InsufficientDataActions = Filled(live.InsufficientDataActions),
            Metrics = live.Metrics is { Count: > 0 } metrics ? [.. metrics.Select(AlarmMetric.Of)] : null,
            Query = AlarmQuery.Of(live.EvaluationCriteria),
            EvaluationInterval = live.EvaluationInterval,
        };

    public PutMetricAlarmRequest ToRequest(string name) =>
        new()
        {
            AlarmName = name,
            AlarmDescription = Description,
            Namespace = Namespace,
            MetricName = MetricName,
            Dimensions = AlarmMetric.ToDimensions(Dimensions),
            Statistic = Statistic,
            ExtendedStatistic = ExtendedStatistic,
            Unit = Unit,
            Period = Period,
            EvaluationPeriods = EvaluationPeriods,
            DatapointsToAlarm = DatapointsToAlarm,
            Threshold = Threshold,
            ThresholdMetricId = ThresholdMetricId,
            ComparisonOperator = Comparison,
            TreatMissingData = MissingData,
            EvaluateLowSampleCountPercentile = LowSampleCounts,
            ActionsEnabled = ActionsEnabled,
            AlarmActions = AlarmActions?.ToList(),
            OKActions = OkActions?.ToList(),
            InsufficientDataActions = InsufficientDataActions?.ToList(),
            Metrics = Metrics?.Select(m => m.ToQuery()).ToList(),
            EvaluationCriteria = Query?.ToCriteria(),
            EvaluationInterval = EvaluationInterval,
        };

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, AlarmDefinitionJson.Default.AlarmDefinition)!;

    private static List<string>? Filled(List<string>? values) => values is { Count: > 0 } ? values : null;
}

/// <summary>What an alarm on a PromQL query asks, and for how many seconds the answer must hold.</summary>
public sealed record AlarmQuery(string Query, int? PendingPeriod, int? RecoveryPeriod)
{
    public static AlarmQuery? Of(EvaluationCriteria? live) =>
        live?.PromQLCriteria is { } criteria ? new(criteria.Query, criteria.PendingPeriod, criteria.RecoveryPeriod) : null;

    public EvaluationCriteria ToCriteria() =>
        new()
        {
            PromQLCriteria = new AlarmPromQLCriteria
            {
                Query = Query,
                PendingPeriod = PendingPeriod,
                RecoveryPeriod = RecoveryPeriod,
            },
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlarmDefinition))]
internal sealed partial class AlarmDefinitionJson : JsonSerializerContext;
