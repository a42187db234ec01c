using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Metric alarms of CloudWatch, without their state.</summary>
public sealed class MetricAlarms(IAmazonCloudWatch cloudWatch)
{
    // The most names that DescribeAlarms takes at once; it may be called 9 times a second.
    private const int BatchSize = 100;

    public async Task<IReadOnlyDictionary<string, AlarmDefinition>> FindAsync(IEnumerable<string> names)
    {
        var found = new Dictionary<string, AlarmDefinition>();
        foreach (var batch in names.Chunk(BatchSize))
        {
            var answer = await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [.. batch], AlarmTypes = ["MetricAlarm"], MaxRecords = BatchSize });
            foreach (var alarm in answer.MetricAlarms ?? [])
                found[alarm.AlarmName] = AlarmDefinition.Of(alarm);
        }

        return found;
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
}
