using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Which rules and schedules the permissions of the stack let a release turn: those with its TriggerPrefix.</summary>
internal static class AdoptableTriggers
{
    /// <summary>Those that have other names.</summary>
    public static IEnumerable<RequestError> FindErrors(IReadOnlyList<PlannedTrigger> triggers, StepSettings settings) =>
        triggers
            .Where(t => NameOf(t)?.StartsWith(settings.TriggerPrefix, StringComparison.Ordinal) == false)
            .Select(t => new RequestError(
                "/adopt",
                $"{t.Name} cannot be turned to the alias: its name does not begin with \"{settings.TriggerPrefix}\", the TriggerPrefix of stack "
                    + $"{settings.Stack}; turn it by hand, or install the stack with another TriggerPrefix"
            ));

    // Of mappings, the function counts.
    private static string? NameOf(PlannedTrigger trigger) =>
        trigger.Kind switch
        {
            TriggerKind.RuleTarget => RuleTargetName.Parse(trigger.Name).Rule,
            TriggerKind.Schedule => ScheduleName.Parse(trigger.Name).Schedule,
            _ => null,
        };
}
