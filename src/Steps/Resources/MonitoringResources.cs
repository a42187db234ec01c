using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Definition of an alarm.</summary>
public sealed class AlarmResource(CloudWatchAlarms alarms)
    : JournaledResource<AlarmDefinition>(ResourceKinds.Alarm, AlarmDefinitionJson.Default.AlarmDefinition)
{
    public override async Task<Snapshot<AlarmDefinition>> ReadAsync(string name) =>
        new((await alarms.FindAsync([name])).GetValueOrDefault(name));

    public override Task UpdateAsync(string name, AlarmDefinition state, string? revision) => alarms.PutAsync(name, state);

    public override Task DeleteAsync(string name) => alarms.DeleteAsync(name);
}

/// <summary>How long a log group keeps its events; absent = for ever, or there is no group.</summary>
public sealed class LogRetentionResource(LogGroups groups)
    : JournaledResource<LogRetention>(ResourceKinds.LogRetention, LogRetentionJson.Default.LogRetention)
{
    public override async Task<Snapshot<LogRetention>> ReadAsync(string name) =>
        (await groups.FindRetentionsAsync([name])).GetValueOrDefault(name) is > 0 and var days ? new(new LogRetention(days)) : default;

    /// <summary>Makes a group, unless Lambda has made it meanwhile, and says how long it keeps events.</summary>
    public async Task MakeAsync(string group, int days)
    {
        await groups.CreateAsync(group);
        await groups.RetainAsync(group, days);
    }

    public override Task UpdateAsync(string name, LogRetention state, string? revision) => groups.RetainAsync(name, state.RetentionInDays);

    public override Task DeleteAsync(string name) => groups.RetainAsync(name, days: 0);
}

public sealed record LogRetention(int RetentionInDays);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogRetention))]
internal sealed partial class LogRetentionJson : JsonSerializerContext;
