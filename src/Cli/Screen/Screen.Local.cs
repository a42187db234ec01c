using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Local;
using CodeRipple.Workflow.Cli.Stacks;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    public void LocalUp(LocalInstallation stack) => LocalUp(stack.Host.Endpoint, stack.Host.Region, stack.StackName, stack.Outputs, stack.Host.Environment);

    internal void LocalUp(
        Uri endpoint, string region, string stack, IReadOnlyDictionary<string, string> outputs, IReadOnlyDictionary<string, string> environment)
    {
        if (json)
        {
            Answer(new JsonObject
            {
                ["endpoint"] = Address(endpoint),
                ["region"] = region,
                ["stack"] = stack,
                ["outputs"] = Members(outputs),
                ["environment"] = Members(environment),
            });
            return;
        }

        Say($"\nThe local AWS is up at [bold]{Address(endpoint)}[/] ({region}), with stack [bold]{stack}[/]:\n");
        foreach (var (name, value) in outputs.OrderBy(o => o.Key, StringComparer.Ordinal))
            Say($"  {name.EscapeMarkup(),-26} {value.EscapeMarkup()}");
        Say("\nTo use it from another shell:\n");
        foreach (var (name, value) in environment)
            Say($"  export {name.EscapeMarkup()}={value.EscapeMarkup()}");
        Say("\nCtrl-C stops it; nothing stays behind.");
    }

    /// <summary>Says so when the steps are managed only because this machine cannot compile native ones.</summary>
    public void StepRuntimeChosen(StepRuntime steps)
    {
        if (steps.WhyManaged is { } reason)
            Progress($"[dim]The steps are managed code ({steps.Name}): {reason.EscapeMarkup()}. Releases take about twice as long.[/]");
    }

    public void LocalStopping() => Progress("Stopping the local AWS.");

    private static string Address(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Authority);

    private static JsonObject Members(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
}
