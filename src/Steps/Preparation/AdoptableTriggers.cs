using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Resources;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>Which rules and schedules the permissions of the stack let a release turn: those with its TriggerPrefix.</summary>
internal static class AdoptableTriggers
{
    /// <exception cref="InvalidReleaseRequestException">Some have other names. Nothing was changed.</exception>
    public static void Check(IReadOnlyList<PlannedTrigger> triggers, StepSettings settings)
    {
        var errors = triggers
            .Where(t => NameOf(t)?.StartsWith(settings.TriggerPrefix, StringComparison.Ordinal) == false)
            .Select(t => new RequestError(
                "/adopt",
                $"{t.Name} cannot be turned to the alias: its name does not begin with \"{settings.TriggerPrefix}\", the TriggerPrefix of stack "
                    + $"{settings.Stack}; turn it by hand, or install the stack with another TriggerPrefix"
            ))
            .ToList();
        if (errors.Count > 0)
            throw new InvalidReleaseRequestException(errors);
    }

    // Of mappings, the function counts.
    private static string? NameOf(PlannedTrigger trigger) =>
        trigger.Kind switch
        {
            TriggerKind.RuleTarget => RuleTargetName.Parse(trigger.Name).Rule,
            TriggerKind.Schedule => ScheduleName.Parse(trigger.Name).Schedule,
            _ => null,
        };
}
