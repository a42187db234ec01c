using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Drift;

/// <summary>
/// The alarms that a release set for its functions, and which of them are gone. A release compares their definitions as well.
/// </summary>
internal sealed class AlarmDifferences(IAmazonCloudWatch cloudWatch)
{
    // The most names that DescribeAlarms takes.
    private const int NamesAtOnce = 100;

    public async Task<IReadOnlyList<string>> FindAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach (var names in manifest.Functions.SelectMany(f => FunctionAlarmNames.Of(f.Name)).Chunk(NamesAtOnce))
        {
            var live = await cloudWatch.DescribeAlarmsAsync(
                new DescribeAlarmsRequest { AlarmNames = [.. names], MaxRecords = NamesAtOnce },
                cancellationToken
            );
            gone.AddRange(names.Except((live.MetricAlarms ?? []).Select(a => a.AlarmName)));
        }

        return [.. gone.Select(name => $"alarm {name} is gone")];
    }
}
