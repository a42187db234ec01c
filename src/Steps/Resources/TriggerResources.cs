using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>A target of an EventBridge rule.</summary>
public sealed class RuleTargetResource(EventRules rules)
    : TriggerResource<RuleTargetState>(
        TriggerKind.RuleTarget,
        "Target",
        ResourceKinds.RuleTarget,
        RuleTargetStateJson.Default.RuleTargetState
    )
{
    public override async Task<Snapshot<RuleTargetState>> ReadAsync(string name)
    {
        var (bus, rule, target) = RuleTargetName.Parse(name);
        return new(await rules.FindTargetAsync(bus, rule, target));
    }

    public override Task UpdateAsync(string name, RuleTargetState state, string? revision) => PutAsync(name, state);

    protected override string TargetOf(RuleTargetState state) => state.Arn;

    protected override Task PointAsync(string name, RuleTargetState state, string arn) => PutAsync(name, state with { Arn = arn });

    private Task PutAsync(string name, RuleTargetState state)
    {
        var (bus, rule, target) = RuleTargetName.Parse(name);
        return rules.PutTargetAsync(bus, rule, target, state);
    }
}

/// <summary>A schedule of EventBridge Scheduler.</summary>
public sealed class ScheduleResource(Schedules schedules)
    : TriggerResource<ScheduleDefinition>(
        TriggerKind.Schedule,
        "Schedule",
        ResourceKinds.Schedule,
        ScheduleDefinitionJson.Default.ScheduleDefinition
    )
{
    public override async Task<Snapshot<ScheduleDefinition>> ReadAsync(string name)
    {
        var (group, schedule) = ScheduleName.Parse(name);
        return new(await schedules.FindAsync(group, schedule));
    }

    public override Task UpdateAsync(string name, ScheduleDefinition state, string? revision) => PutAsync(name, state);

    protected override string TargetOf(ScheduleDefinition state) => state.TargetArn;

    protected override Task PointAsync(string name, ScheduleDefinition state, string arn) => PutAsync(name, state with { TargetArn = arn });

    private Task PutAsync(string name, ScheduleDefinition state)
    {
        var (group, schedule) = ScheduleName.Parse(name);
        return schedules.UpdateAsync(group, schedule, state);
    }
}

/// <summary>Which function an event source mapping invokes; the name is its UUID.</summary>
public sealed class EventSourceMappingResource(EventSourceMappings mappings)
    : TriggerResource<MappedFunction>(
        TriggerKind.EventSourceMapping,
        "Event source mapping",
        ResourceKinds.EventSourceMapping,
        MappedFunctionJson.Default.MappedFunction
    )
{
    public override async Task<Snapshot<MappedFunction>> ReadAsync(string name) =>
        await mappings.FindFunctionAsync(name) is { } arn ? new(new MappedFunction(arn)) : default;

    public override Task UpdateAsync(string name, MappedFunction state, string? revision) => mappings.PointAsync(name, state.FunctionArn);

    protected override string TargetOf(MappedFunction state) => state.FunctionArn;

    protected override Task PointAsync(string name, MappedFunction state, string arn) => mappings.PointAsync(name, arn);
}

public sealed record MappedFunction(string FunctionArn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MappedFunction))]
internal sealed partial class MappedFunctionJson : JsonSerializerContext;
