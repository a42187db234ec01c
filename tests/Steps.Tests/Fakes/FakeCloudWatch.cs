using System.Collections.Concurrent;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>CloudWatch in memory: what Lambda counted, minute by minute, and alarms.</summary>
internal sealed class FakeCloudWatch
{
    private readonly ConcurrentDictionary<string, Dictionary<DateTimeOffset, double>> _values = new();
    private readonly Dictionary<string, (StateValue State, string Reason, bool IsComposite)> _alarms = [];

    public FakeCloudWatch()
    {
        Client
            .GetMetricDataAsync(Arg.Any<GetMetricDataRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Get(call.Arg<GetMetricDataRequest>()));
        Client
            .DescribeAlarmsAsync(Arg.Any<DescribeAlarmsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Describe(call.Arg<DescribeAlarmsRequest>()));
    }

    public IAmazonCloudWatch Client { get; } = Substitute.For<IAmazonCloudWatch>();

    /// <summary>How many points a page of an answer has.</summary>
    public int PageSize { get; set; } = 5;

    /// <summary>The largest number of queries that came in one call.</summary>
    public int MostQueries { get; private set; }

    public StatusCode? Trouble { get; set; }

    /// <summary>Requests of users through alias <c>live</c>, as Lambda counts them.</summary>
    /// <param name="version">Null: the alias does not split its traffic, so Lambda does not say which version answered.</param>
    public void Served(DateTimeOffset at, string function, string? version, int requests, int errors = 0, double milliseconds = 50)
    {
        string[] dimensions = version is null ? [""] : ["", $" {version}"];
        foreach (var of in dimensions.Select(d => $"{function} {function}:live{d}"))
        {
            Add(at, $"Invocations Sum {of}", requests);
            Add(at, $"Errors Sum {of}", errors);
            Add(at, $"Duration p90 {of}", milliseconds);
        }
    }

    /// <summary>How long the calls of a minute through alias <c>live</c> took, whichever version answered.</summary>
    public void Took(DateTimeOffset at, string function, double average, double p95, int calls)
    {
        Add(at, $"Duration Average {function} {function}:live", average);
        Add(at, $"Duration p95 {function} {function}:live", p95);
        Add(at, $"Duration Maximum {function} {function}:live", p95);
        Add(at, $"Duration SampleCount {function} {function}:live", calls);
    }

    public void Throttled(DateTimeOffset at, string function, int requests) =>
        Add(at, $"Throttles Sum {function} {function}:live", requests);

    public void HasAlarm(string name, StateValue state, string reason = "", bool isComposite = false) =>
        _alarms[name] = (state, reason, isComposite);

    public void RemoveAlarm(string name) => _alarms.Remove(name);

    private void Add(DateTimeOffset at, string metric, double value)
    {
        var minutes = _values.GetOrAdd(metric, _ => []);
        var minute = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        minutes[minute] = metric.StartsWith("Duration", StringComparison.Ordinal) ? value : minutes.GetValueOrDefault(minute) + value;
    }

    private GetMetricDataResponse Get(GetMetricDataRequest request)
    {
        MostQueries = Math.Max(MostQueries, request.MetricDataQueries.Count);
        var points = request
            .MetricDataQueries.SelectMany(query => PointsOf(query, request).Select(point => (query.Id, point.Key, point.Value)))
            .ToList();
        var skip = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return new GetMetricDataResponse
        {
            MetricDataResults =
            [
                .. points
                    .Skip(skip)
                    .Take(PageSize)
                    .GroupBy(p => p.Id)
                    .Select(g => new MetricDataResult
                    {
                        Id = g.Key,
                        Label = "Invocations",
                        StatusCode = Trouble ?? StatusCode.PartialData,
                        Timestamps = [.. g.Select(p => p.Key.UtcDateTime)],
                        Values = [.. g.Select(p => p.Value)],
                    }),
            ],
            NextToken = skip + PageSize < points.Count ? $"{skip + PageSize}" : null,
        };
    }

    private IEnumerable<KeyValuePair<DateTimeOffset, double>> PointsOf(MetricDataQuery query, GetMetricDataRequest request)
    {
        var stat = query.MetricStat;
        Assert.Equal(("AWS/Lambda", 60), (stat.Metric.Namespace, stat.Period));
        var metric = string.Join(' ', [stat.Metric.MetricName, stat.Stat, .. stat.Metric.Dimensions.Select(d => d.Value)]);
        return _values
            .GetValueOrDefault(metric, [])
            .Where(p => p.Key.UtcDateTime >= request.StartTime && p.Key.UtcDateTime < request.EndTime);
    }

    private DescribeAlarmsResponse Describe(DescribeAlarmsRequest request)
    {
        var asked = _alarms.Where(a => request.AlarmNames.Contains(a.Key)).ToList();
        return new DescribeAlarmsResponse
        {
            MetricAlarms =
            [
                .. asked
                    .Where(a => !a.Value.IsComposite && IsAsked("MetricAlarm", byDefault: true))
                    .Select(a => new MetricAlarm
                    {
                        AlarmName = a.Key,
                        StateValue = a.Value.State,
                        StateReason = a.Value.Reason,
                    }),
            ],
            CompositeAlarms =
            [
                .. asked
                    .Where(a => a.Value.IsComposite && IsAsked("CompositeAlarm", byDefault: false))
                    .Select(a => new CompositeAlarm
                    {
                        AlarmName = a.Key,
                        StateValue = a.Value.State,
                        StateReason = a.Value.Reason,
                    }),
            ],
        };

        bool IsAsked(string type, bool byDefault) => request.AlarmTypes is { Count: > 0 } types ? types.Contains(type) : byDefault;
    }
}
