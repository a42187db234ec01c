using System.Globalization;
using System.Text.Json;
using CodeRipple.Workflow.Client.Executions;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class TextOutput
{
    private const int BarLength = 30;

    public void ReleaseEnded(ReleaseOutcome outcome)
    {
        terminal.WriteLine("");
        var calls = outcome.Calls is { } count ? $", {count} AWS calls" : "";
        terminal.WriteLine($"{Screen.Verdict(outcome)} {outcome.Transitions} state transitions{calls}.");
        Timings(outcome.Executions);
        if (outcome.Manifest is { } manifest)
            Changed(manifest);
        var messages = outcome.Messages.ToList();
        if (messages.Count == 0)
            WithoutMessage(outcome);
        foreach (var message in messages)
            Block($"Message sent to {message.TopicArn}", $"{message.Subject}\n\n{message.Text}");
        if (outcome is { Manifest: { } document, Record: { } record })
            Block(
                $"Manifest {record.ManifestUri} (SHA-256 {record.ManifestSha256})",
                JsonSerializer.SerializeToNode(document, ContractsJson.Default.Manifest)!.ToJsonString(Screen.Readable)
            );
    }

    /// <summary>Nobody was told, or what was sent cannot be read: the record says the same.</summary>
    private void WithoutMessage(ReleaseOutcome outcome)
    {
        if (outcome.Failure is { } failure)
            Block("What failed", failure);
        List("Not restored", outcome.Record?.NotRestored);
        List("Tests that fail", outcome.Record?.FailingTests);
        List("Restored", outcome.Record?.Restored);
        List("Removed", outcome.Record?.Removed);
        if (outcome.Next is { } next)
            Block("Next", next);
    }

    private void List(string title, IReadOnlyList<string>? items)
    {
        if (items is { Count: > 0 })
            Block(title, string.Join('\n', items.Select(item => $"- {item}")));
    }

    private void Timings(IReadOnlyList<ExecutionTimeline> executions)
    {
        // The states of a traffic shift come many times.
        var states = executions[0]
            .States.Where(s => s is { IsTimed: true, Parent: null, Duration: not null })
            .GroupBy(s => s.Name)
            .Select(Sum)
            .ToList();
        var longest = states.Select(s => s.Duration).DefaultIfEmpty().Max();
        terminal.WriteLine("");
        foreach (var (name, duration) in states)
        {
            var bar = longest == default ? 0 : (int)Math.Round(BarLength * (duration / longest));
            terminal.WriteLine($"  {name.EscapeMarkup(), -22} {Screen.Duration(duration), 8}  [dim]{new string('█', Math.Max(1, bar))}[/]");
        }
    }

    private static (string Name, TimeSpan Duration) Sum(IGrouping<string, StateRun> runs) =>
        (
            runs.Count() == 1 ? runs.Key : $"{runs.Key}, {runs.Count()} times",
            TimeSpan.FromTicks(runs.Sum(run => run.Duration!.Value.Ticks))
        );

    private void Changed(Manifest manifest)
    {
        terminal.WriteLine("");
        foreach (var layer in manifest.Layers)
        {
            var version = $"version {layer.VersionArn.Split(':')[^1]}{(layer.Published ? "" : ", unchanged")}";
            terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  layer     {layer.Name.EscapeMarkup(), -44} {version}"));
        }

        foreach (var function in manifest.Functions)
        {
            var version = function.Changed
                ? $"{function.PreviousVersion ?? "(none)"} -> {function.Version}"
                : $"{function.Version}, unchanged";
            terminal.WriteLine($"  function  {function.Name.EscapeMarkup(), -44} version {version}");
        }
    }
}
