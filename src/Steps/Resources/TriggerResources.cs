using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>Something that invokes a function and can be turned to another ARN of it.</summary>
public interface ITriggerResource : IJournaledResource
{
    TriggerKind Trigger { get; }

    /// <summary>ARN that a state invokes.</summary>
    string? TargetOf(JsonNode? state);

    /// <summary>Turns the trigger to an ARN; everything else of it stays.</summary>
    Task PointAsync(string name, string arn);
}

/// <summary>A target of an EventBridge rule; the name is <c>bus/rule/target</c>.</summary>
public sealed class RuleTargetResource(EventRules rules) : ITriggerResource
{
    public string Kind => ResourceKinds.RuleTarget;

    public TriggerKind Trigger => TriggerKind.RuleTarget;

    public async Task<JsonNode?> ReadAsync(string name) => (await FindAsync(name))?.ToJson();

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? throw new RollbackIncompleteException($"Target {name} was made by somebody else during the release; it is left alone")
        : PutAsync(name, RuleTargetState.FromJson(before));

    public string? TargetOf(JsonNode? state) => state is null ? null : RuleTargetState.FromJson(state).Arn;

    public async Task PointAsync(string name, string arn) => await PutAsync(name, (await FindAsync(name) ?? throw TriggerGone.Named(Kind, name)) with { Arn = arn });

    private Task<RuleTargetState?> FindAsync(string name)
    {
        var (bus, rule, target) = Split(name);
        return rules.FindTargetAsync(bus, rule, target);
    }

    private Task PutAsync(string name, RuleTargetState wanted)
    {
        var (bus, rule, target) = Split(name);
        return rules.PutTargetAsync(bus, rule, target, wanted);
    }

    // Names of partner buses have slashes of their own.
    private static (string Bus, string Rule, string Target) Split(string name)
    {
        var parts = name.Split('/');
        return (string.Join('/', parts[..^2]), parts[^2], parts[^1]);
    }
}

/// <summary>A schedule of EventBridge Scheduler; the name is <c>group/schedule</c>.</summary>
public sealed class ScheduleResource(Schedules schedules) : ITriggerResource
{
    public string Kind => ResourceKinds.Schedule;

    public TriggerKind Trigger => TriggerKind.Schedule;

    public async Task<JsonNode?> ReadAsync(string name) => (await FindAsync(name))?.ToJson();

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? throw new RollbackIncompleteException($"Schedule {name} was made by somebody else during the release; it is left alone")
        : UpdateAsync(name, ScheduleDefinition.FromJson(before));

    public string? TargetOf(JsonNode? state) => state is null ? null : ScheduleDefinition.FromJson(state).TargetArn;

    public async Task PointAsync(string name, string arn) =>
        await UpdateAsync(name, (await FindAsync(name) ?? throw TriggerGone.Named(Kind, name)) with { TargetArn = arn });

    private Task<ScheduleDefinition?> FindAsync(string name) => schedules.FindAsync(name.Split('/')[0], name.Split('/')[1]);

    private Task UpdateAsync(string name, ScheduleDefinition wanted) => schedules.UpdateAsync(name.Split('/')[0], name.Split('/')[1], wanted);
}

/// <summary>Which function an event source mapping invokes; the name is its UUID.</summary>
public sealed class EventSourceMappingResource(EventSourceMappings mappings) : ITriggerResource
{
    public string Kind => ResourceKinds.EventSourceMapping;

    public TriggerKind Trigger => TriggerKind.EventSourceMapping;

    public async Task<JsonNode?> ReadAsync(string name) => await mappings.FindFunctionAsync(name) is { } arn ? new JsonObject { ["functionArn"] = arn } : null;

    public Task RestoreAsync(string name, JsonNode? before) => before is null
        ? throw new RollbackIncompleteException($"Event source mapping {name} was made by somebody else during the release; it is left alone")
        : mappings.PointAsync(name, TargetOf(before)!);

    public string? TargetOf(JsonNode? state) => state?["functionArn"]?.GetValue<string>();

    public Task PointAsync(string name, string arn) => mappings.PointAsync(name, arn);
}

internal static class TriggerGone
{
    public static DriftDetectedException Named(string kind, string name) => new($"{kind}:{name} was deleted by somebody else since the release was planned");
}
