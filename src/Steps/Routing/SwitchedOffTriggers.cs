using System.Collections.Concurrent;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Lambda.Model;
using Amazon.Scheduler;
using Amazon.Scheduler.Model;
using CodeRipple.Workflow.Steps.Aws;
using Target = Amazon.EventBridge.Model.Target;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>
/// Triggers of a release's functions that somebody has switched off. A release leaves them so; that nothing calls a function through them
/// is worth knowing before its new version is judged.
/// </summary>
internal sealed class SwitchedOffTriggers(IReadOnlySet<string> functions)
{
    private readonly ConcurrentQueue<string> _warnings = new();

    public IReadOnlyList<string> Warnings => [.. _warnings.Order(StringComparer.Ordinal)];

    public void Look(string bus, Rule rule, IReadOnlyList<Target> targets)
    {
        if (rule.State == RuleState.DISABLED)
            foreach (var function in targets.Select(t => Ours(t.Arn)).OfType<string>().Distinct())
                Add($"Rule \"{rule.Name}\" on bus \"{bus}\"", function);
    }

    public void Look(ScheduleSummary schedule)
    {
        if (schedule.State == ScheduleState.DISABLED && Ours(schedule.Target?.Arn) is { } function)
            Add($"Schedule \"{schedule.Name}\" of group \"{schedule.GroupName}\"", function);
    }

    public void Look(EventSourceMappingConfiguration mapping)
    {
        if (mapping.State is "Disabled" or "Disabling" && Ours(mapping.FunctionArn) is { } function)
            Add($"Event source mapping {mapping.UUID} from {mapping.EventSourceArn}", function);
    }

    private string? Ours(string? arn) => FunctionArn.Find(arn) is { Function: var name } && functions.Contains(name) ? name : null;

    private void Add(string what, string function) => _warnings.Enqueue($"{what} is switched off: it does not invoke {function}.");
}
