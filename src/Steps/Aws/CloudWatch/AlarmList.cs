using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>The metric alarms of the account, read only.</summary>
public sealed class AlarmList(IAmazonCloudWatch cloudWatch, CallPace pace)
{
    public async Task<IReadOnlyList<MetricAlarm>> ReadAsync()
    {
        var found = new List<MetricAlarm>();
        string? next = null;
        do
        {
            await pace.WaitAsync(CallPace.Alarms);
            var page = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmTypes = ["MetricAlarm"], MaxRecords = 100, NextToken = next });
            found.AddRange(page.MetricAlarms ?? []);
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found;
    }

    /// <summary>Whether an alarm looks at a function, by itself or in one of the metrics that it calculates with.</summary>
    public static bool Watches(MetricAlarm alarm, string function) =>
        Names(alarm.Dimensions, function) || (alarm.Metrics ?? []).Any(m => Names(m.MetricStat?.Metric?.Dimensions, function));

    private static bool Names(List<Dimension>? dimensions, string function) => (dimensions ?? []).Any(d => d.Name == "FunctionName" && d.Value == function);
}
