using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Monitoring;

/// <summary>Compares the alarms and log groups of a release's functions with what the request wants, in few calls.</summary>
public sealed class MonitoringState(CloudWatchAlarms alarms, LogGroups groups, FunctionAlarms wantedAlarms)
{
    public async Task<LiveMonitoring> ReadAsync(ReleaseRequest request)
    {
        var wanted = wantedAlarms.Of(request).ToList();
        var names = GroupsOf(request).ToHashSet();
        return new LiveMonitoring(
            wanted,
            await alarms.FindAsync(wanted.Select(a => a.Key)),
            names.Count == 0 ? new Dictionary<string, int>() : await groups.FindRetentionsAsync(names)
        );
    }

    /// <summary>What is not as the request wants it, but for what the plan keeps.</summary>
    public async Task<MonitoringDifferences> FindDifferencesAsync(ReleasePlan plan)
    {
        var live = await ReadAsync(plan.Request);
        var kept = plan.KeptMonitoring.ToHashSet();
        return new MonitoringDifferences(
            [
                .. live.Wanted.Where(a =>
                    !kept.Contains(a.Key) && !(live.Alarms.TryGetValue(a.Key, out var definition) && Same(definition, a.Value))
                ),
            ],
            [
                .. GroupsOf(plan.Request)
                    .Where(g => !kept.Contains(g) && live.Retentions.GetValueOrDefault(g) != plan.Request.Monitoring.LogRetentionDays),
            ]
        );
    }

    /// <summary>The log groups whose retention the request wants set.</summary>
    public static IEnumerable<string> GroupsOf(ReleaseRequest request) =>
        request.Monitoring.SetsLogRetention ? request.Functions.Select(f => LogGroups.NameOf(f.Name)).Except(request.Monitoring.Keep) : [];

    public static bool Same(AlarmDefinition live, AlarmDefinition wanted) => JsonNode.DeepEquals(AsAsked(live).ToJson(), wanted.ToJson());

    /// <summary>The members in which an alarm is not as wanted, each with both values.</summary>
    /// <param name="between">What stands between what is there and what is wanted.</param>
    public static string Differences(AlarmDefinition live, AlarmDefinition wanted, string between)
    {
        var (found, asked) = (AsAsked(live).ToJson().AsObject(), wanted.ToJson().AsObject());
        return string.Join(
            "; ",
            found
                .Where(member => !JsonNode.DeepEquals(member.Value, asked[member.Key]))
                .Select(member => $"{member.Key} {Text(member.Value)}{between}{Text(asked[member.Key])}")
        );
    }

    // CloudWatch fills in what was left out: all data points must be beyond the threshold.
    private static AlarmDefinition AsAsked(AlarmDefinition live) =>
        live with
        {
            DatapointsToAlarm = live.DatapointsToAlarm == live.EvaluationPeriods ? null : live.DatapointsToAlarm,
        };

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "none";
}

/// <param name="Wanted">The alarms that the request wants set, by name.</param>
/// <param name="Alarms">Those of them that exist.</param>
/// <param name="Retentions">Days that the log groups keep events, 0 = for ever; groups that do not exist are left out.</param>
public sealed record LiveMonitoring(
    IReadOnlyList<KeyValuePair<string, AlarmDefinition>> Wanted,
    IReadOnlyDictionary<string, AlarmDefinition> Alarms,
    IReadOnlyDictionary<string, int> Retentions
);

/// <param name="Alarms">Alarms to set, by name.</param>
/// <param name="LogGroups">Log groups whose retention is to be set.</param>
public sealed record MonitoringDifferences(IReadOnlyList<KeyValuePair<string, AlarmDefinition>> Alarms, IReadOnlyList<string> LogGroups)
{
    public IReadOnlyList<string> Names => [.. Alarms.Select(a => $"alarm {a.Key}"), .. LogGroups.Select(g => $"retention of {g}")];
}
