using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>Compares the alarms and log groups of a release's functions with what the request wants, in few calls.</summary>
public sealed class MonitoringState(CloudWatchAlarms alarms, LogGroups groups, FunctionAlarms wantedAlarms)
{
    public async Task<MonitoringDifferences> FindDifferencesAsync(ReleaseRequest request)
    {
        if (request.Functions.Count == 0)
            return new MonitoringDifferences([], []);
        var wanted = request.Functions.SelectMany(f => wantedAlarms.Of(f.Name, request.Monitoring)).ToList();
        var live = await alarms.FindAsync(wanted.Select(a => a.Key));
        var names = request.Functions.Select(f => LogGroups.NameOf(f.Name)).ToHashSet();
        var retentions = await groups.FindRetentionsAsync(names);
        return new MonitoringDifferences(
            [.. wanted.Where(a => !live.TryGetValue(a.Key, out var definition) || !Same(definition, a.Value))],
            [.. names.Where(n => retentions.GetValueOrDefault(n) != request.Monitoring.LogRetentionDays)]
        );
    }

    // CloudWatch fills in what was left out: all data points must be beyond the threshold.
    public static bool Same(AlarmDefinition live, AlarmDefinition wanted)
    {
        var asked = live with { DatapointsToAlarm = live.DatapointsToAlarm == live.EvaluationPeriods ? null : live.DatapointsToAlarm };
        return System.Text.Json.Nodes.JsonNode.DeepEquals(asked.ToJson(), wanted.ToJson());
    }
}

/// <param name="Alarms">Alarms to set, by name.</param>
/// <param name="LogGroups">Log groups whose retention is to be set.</param>
public sealed record MonitoringDifferences(IReadOnlyList<KeyValuePair<string, AlarmDefinition>> Alarms, IReadOnlyList<string> LogGroups)
{
    public IReadOnlyList<string> Names => [.. Alarms.Select(a => $"alarm {a.Key}"), .. LogGroups.Select(g => $"retention of {g}")];
}
