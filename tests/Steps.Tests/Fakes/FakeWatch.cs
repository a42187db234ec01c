using System.Collections.Concurrent;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>The rest of CloudWatch in memory: definitions of alarms, and hourly durations by their exact dimensions.</summary>
internal sealed class FakeWatch : FakeService
{
    private readonly ConcurrentDictionary<string, MetricAlarm> _alarms = new();
    private readonly List<(string Dimensions, DateTime Hour, IReadOnlyDictionary<string, double> Statistics)> _durations = [];

    public FakeWatch(History history, FakeCloudWatch rest)
        : base(history)
    {
        Client
            .DescribeAlarmsAsync(Arg.Any<DescribeAlarmsRequest>(), Arg.Any<CancellationToken>())
            .Returns(async call =>
            {
                var answer = await rest.Client.DescribeAlarmsAsync(call.Arg<DescribeAlarmsRequest>());
                answer.MetricAlarms.AddRange(
                    call.Arg<DescribeAlarmsRequest>().AlarmNames.Where(_alarms.ContainsKey).Select(n => _alarms[n])
                );
                return answer;
            });
        Client
            .PutMetricAlarmAsync(Arg.Any<PutMetricAlarmRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Put(call.Arg<PutMetricAlarmRequest>()));
        Client
            .DeleteAlarmsAsync(Arg.Any<DeleteAlarmsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Change<DeleteAlarmsResponse>(
                    call.Arg<DeleteAlarmsRequest>(),
                    call.Arg<DeleteAlarmsRequest>().AlarmNames.Single(),
                    () => _alarms.TryRemove(call.Arg<DeleteAlarmsRequest>().AlarmNames.Single(), out _)
                )
            );
        Client
            .GetMetricDataAsync(Arg.Any<GetMetricDataRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                call.Arg<GetMetricDataRequest>().MetricDataQueries[0].MetricStat.Period == 3600
                    ? Read(call.Arg<GetMetricDataRequest>())
                    : rest.Client.GetMetricDataAsync(call.Arg<GetMetricDataRequest>()).Result
            );
    }

    public IAmazonCloudWatch Client { get; } = Substitute.For<IAmazonCloudWatch>();

    public IReadOnlyCollection<string> AlarmNames => [.. _alarms.Keys.Order(StringComparer.Ordinal)];

    public MetricAlarm? Alarm(string name) => _alarms.GetValueOrDefault(name);

    public void Has(MetricAlarm alarm) => _alarms[alarm.AlarmName] = alarm;

    /// <param name="resource">As Lambda names it: <c>orders:live</c> or <c>orders:2</c>.</param>
    /// <param name="version">Only of calls through an alias.</param>
    /// <param name="slowest">Default: the 95th percentile.</param>
    /// <param name="hour">Of the day.</param>
    public void Took(string resource, string? version, double average, double p95, int calls, double? slowest = null, int hour = 10) =>
        _durations.Add(
            (
                $"FunctionName={resource.Split(':')[0]},Resource={resource}{(version is null ? "" : $",ExecutedVersion={version}")}",
                new DateTime(2026, 11, 21, hour, 0, 0, DateTimeKind.Utc),
                new Dictionary<string, double>
                {
                    ["Average"] = average,
                    ["p95"] = p95,
                    ["SampleCount"] = calls,
                    ["Maximum"] = slowest ?? p95,
                }
            )
        );

    // CloudWatch fills in what was left out, and keeps the state.
    private PutMetricAlarmResponse Put(PutMetricAlarmRequest request) =>
        Change<PutMetricAlarmResponse>(
            request,
            request.AlarmName,
            () =>
                Has(
                    new MetricAlarm
                    {
                        AlarmName = request.AlarmName,
                        AlarmDescription = request.AlarmDescription,
                        Namespace = request.Namespace,
                        MetricName = request.MetricName,
                        Dimensions = request.Dimensions,
                        Statistic = request.Statistic,
                        Period = request.Period,
                        EvaluationPeriods = request.EvaluationPeriods,
                        DatapointsToAlarm = request.DatapointsToAlarm ?? request.EvaluationPeriods,
                        Threshold = request.Threshold,
                        ComparisonOperator = request.ComparisonOperator,
                        TreatMissingData = request.TreatMissingData,
                        ActionsEnabled = request.ActionsEnabled ?? true,
                        AlarmActions = request.AlarmActions ?? [],
                        StateValue = Alarm(request.AlarmName)?.StateValue ?? StateValue.INSUFFICIENT_DATA,
                    }
                )
        );

    private GetMetricDataResponse Read(GetMetricDataRequest request) =>
        new()
        {
            MetricDataResults =
            [
                .. request
                    .MetricDataQueries.Select(q => (Query: q, Points: PointsOf(q.MetricStat).ToList()))
                    .Select(q => new MetricDataResult
                    {
                        Id = q.Query.Id,
                        StatusCode = StatusCode.Complete,
                        Timestamps = [.. q.Points.Select(p => p.Hour)],
                        Values = [.. q.Points.Select(p => p.Statistics[q.Query.MetricStat.Stat])],
                    }),
            ],
        };

    private IEnumerable<(string Dimensions, DateTime Hour, IReadOnlyDictionary<string, double> Statistics)> PointsOf(MetricStat metric) =>
        _durations.Where(d => d.Dimensions == string.Join(',', metric.Metric.Dimensions.Select(m => $"{m.Name}={m.Value}")));
}
