using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>The states of alarms.</summary>
public sealed class CloudWatchAlarms(IAmazonCloudWatch cloudWatch)
{
    /// <param name="names">100 at most, the limit of DescribeAlarms.</param>
    /// <returns>Those that exist, by name.</returns>
    public async Task<IReadOnlyDictionary<string, AlarmState>> ReadAsync(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return new Dictionary<string, AlarmState>();
        var found = new Dictionary<string, AlarmState>();
        string? next = null;
        do
        {
            var page = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest
            {
                AlarmNames = [.. names],
                // Composite alarms are left out unless they are asked for.
                AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm],
                NextToken = next,
            });
            foreach (var alarm in page.MetricAlarms ?? [])
                found[alarm.AlarmName] = new AlarmState(alarm.StateValue, alarm.StateReason ?? "");
            foreach (var alarm in page.CompositeAlarms ?? [])
                found[alarm.AlarmName] = new AlarmState(alarm.StateValue, alarm.StateReason ?? "");
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return found;
    }
}

/// <param name="Value">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Reason">Why it is in that state, as CloudWatch says.</param>
public sealed record AlarmState(string Value, string Reason)
{
    public const string Alarm = "ALARM";
}
