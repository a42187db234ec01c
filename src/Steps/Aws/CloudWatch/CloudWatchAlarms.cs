using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Alarms of CloudWatch: their definitions and their states.</summary>
public sealed class CloudWatchAlarms(IAmazonCloudWatch cloudWatch)
{
    // The most names that DescribeAlarms takes at once; it may be called 9 times a second.
    private const int BatchSize = 100;

    /// <summary>All metric alarms of the account.</summary>
    public Task<IReadOnlyList<MetricAlarm>> ListAsync() =>
        Pages.ReadAsync<MetricAlarm>(async next =>
        {
            var page = await cloudWatch.DescribeAlarmsAsync(
                new DescribeAlarmsRequest
                {
                    AlarmTypes = [AlarmType.MetricAlarm],
                    MaxRecords = BatchSize,
                    NextToken = next,
                }
            );
            return (page.MetricAlarms, page.NextToken);
        });

    /// <summary>The definitions of the metric alarms that exist, by name.</summary>
    public async Task<IReadOnlyDictionary<string, AlarmDefinition>> FindAsync(IEnumerable<string> names)
    {
        var found = new Dictionary<string, AlarmDefinition>();
        foreach (var batch in names.Chunk(BatchSize))
        {
            var answer = await cloudWatch.DescribeAlarmsAsync(
                new DescribeAlarmsRequest
                {
                    AlarmNames = [.. batch],
                    AlarmTypes = [AlarmType.MetricAlarm],
                    MaxRecords = BatchSize,
                }
            );
            foreach (var alarm in answer.MetricAlarms ?? [])
                found[alarm.AlarmName] = AlarmDefinition.Of(alarm);
        }

        return found;
    }

    /// <param name="names">100 at most, the limit of DescribeAlarms.</param>
    /// <returns>The states of those that exist, by name.</returns>
    public async Task<IReadOnlyDictionary<string, AlarmState>> ReadStatesAsync(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return new Dictionary<string, AlarmState>();
        var found = await Pages.ReadAsync<KeyValuePair<string, AlarmState>>(async next =>
        {
            var page = await cloudWatch.DescribeAlarmsAsync(
                new DescribeAlarmsRequest
                {
                    AlarmNames = [.. names],
                    // Composite alarms are left out unless they are asked for.
                    AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm],
                    NextToken = next,
                }
            );
            var metric = (page.MetricAlarms ?? []).Select(a => StateOf(a.AlarmName, a.StateValue, a.StateReason));
            var composite = (page.CompositeAlarms ?? []).Select(a => StateOf(a.AlarmName, a.StateValue, a.StateReason));
            return (metric.Concat(composite), page.NextToken);
        });
        return found.DistinctBy(a => a.Key).ToDictionary();
    }

    /// <summary>Sets the whole definition; the alarm keeps its state.</summary>
    public Task PutAsync(string name, AlarmDefinition wanted) => cloudWatch.PutMetricAlarmAsync(wanted.ToRequest(name));

    // Deleting what is gone already is no error for CloudWatch when it is the only name.
    public async Task DeleteAsync(string name)
    {
        try
        {
            await cloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = [name] });
        }
        catch (ResourceNotFoundException)
        {
            // Gone already.
        }
    }

    /// <summary>Whether an alarm looks at a function, by itself or in one of the metrics that it calculates with.</summary>
    public static bool Watches(MetricAlarm alarm, string function) =>
        Names(alarm.Dimensions, function) || (alarm.Metrics ?? []).Any(m => Names(m.MetricStat?.Metric?.Dimensions, function));

    private static bool Names(List<Dimension>? dimensions, string function) =>
        (dimensions ?? []).Any(d => d.Name == "FunctionName" && d.Value == function);

    private static KeyValuePair<string, AlarmState> StateOf(string name, StateValue value, string? reason) =>
        new(name, new AlarmState(value, reason ?? ""));
}

/// <param name="Value">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Reason">Why it is in that state, as CloudWatch says.</param>
public sealed record AlarmState(string Value, string Reason)
{
    public const string Alarm = "ALARM";
}
