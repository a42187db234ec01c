using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class Screen
{
    /// <summary>Says so when the steps are managed only because this machine cannot compile native ones.</summary>
    public void StepRuntimeChosen(StepRuntime steps)
    {
        if (steps.WhyManaged is { } reason)
            Terminal.WriteProgress(
                $"[dim]The steps are managed code ({steps.Name}): {reason.EscapeMarkup()}. Releases take about twice as long.[/]"
            );
    }

    /// <summary>Nobody installs stand-ins without being told.</summary>
    public void AwsPackagesUsed()
    {
        if (AwsPackages.Used == AwsPackages.StandIns)
            Terminal.WriteProgress(
                "The steps are built with stand-ins for the AWS packages that the package registry does not serve (compat/README.md)."
            );
    }

    /// <summary>What an installation would change; all that may be lost is named.</summary>
    public void StackChanges(StackPlan plan, string account, string region)
    {
        var counts = plan.Changes.GroupBy(c => c.Action).Select(g => $"{g.Count()} to {g.Key.ToLowerInvariant()}");
        Terminal.WriteProgress(
            $"\nStack {plan.StackName.EscapeMarkup()} in account {account}, {region}: {string.Join(", ", counts).EscapeMarkup()}."
        );
        foreach (var change in plan.Losses)
            Terminal.WriteProgress(
                $"  [red]{(change.IsReplaced ? "replaced" : "removed")}[/] {change.LogicalId.EscapeMarkup()} ({change.Type.EscapeMarkup()})"
            );
    }

    /// <returns>Whether a person says yes.</returns>
    public bool Confirm(string question, TextReader answers)
    {
        Terminal.WriteProgress($"{question.EscapeMarkup()} (y/N)");
        return answers.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
