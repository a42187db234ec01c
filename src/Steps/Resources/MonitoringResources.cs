using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Definition of an alarm.</summary>
public sealed class AlarmResource(CloudWatchAlarms alarms) : IJournaledResource
{
    public string Kind => ResourceKinds.Alarm;

    public async Task<JsonNode?> ReadAsync(string name) => (await alarms.FindAsync([name])).GetValueOrDefault(name)?.ToJson();

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? alarms.DeleteAsync(name)
        : alarms.PutAsync(name, AlarmDefinition.FromJson(before));
}

/// <summary>
/// How long a log group keeps its events; null = for ever, or there is no group. A rollback leaves a group that is new: it has the
/// log of what failed.
/// </summary>
public sealed class LogRetentionResource(LogGroups groups) : IJournaledResource
{
    public string Kind => ResourceKinds.LogRetention;

    public async Task<JsonNode?> ReadAsync(string name) => (await groups.FindRetentionsAsync([name])).GetValueOrDefault(name) is > 0 and var days ? StateOf(days) : null;

    public Task RestoreAsync(string name, JsonNode? before) => groups.RetainAsync(name, before?["retentionInDays"]?.GetValue<int>() ?? 0);

    public static JsonNode StateOf(int days) => new JsonObject { ["retentionInDays"] = days };
}
