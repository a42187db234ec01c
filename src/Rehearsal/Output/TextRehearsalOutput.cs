using System.Globalization;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.Scenarios;
using Spectre.Console;

namespace CodeRipple.Workflow.Rehearsal.Output;

/// <summary>Results for people.</summary>
internal sealed class TextRehearsalOutput(TextOutput text, Terminal terminal) : IRehearsalOutput
{
    public void LocalUp(
        Uri endpoint,
        string region,
        string stack,
        IReadOnlyDictionary<string, string> outputs,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var address = endpoint.GetLeftPart(UriPartial.Authority);
        terminal.WriteLine($"\nThe local AWS is up at [bold]{address}[/] ({region}), with stack [bold]{stack}[/]:\n");
        foreach (var (name, value) in outputs.OrderBy(o => o.Key, StringComparer.Ordinal))
            terminal.WriteLine($"  {name.EscapeMarkup(), -26} {value.EscapeMarkup()}");
        terminal.WriteLine("\nTo use it from another shell:\n");
        foreach (var (name, value) in environment)
            terminal.WriteLine($"  export {name.EscapeMarkup()}={value.EscapeMarkup()}");
        terminal.WriteLine("\nCtrl-C stops it and leaves nothing behind.");
    }

    public void ScenarioList(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Defect> defects)
    {
        foreach (var scenario in scenarios)
            terminal.WriteLine($"[bold]{scenario.Name, -21}[/] {scenario.Does.EscapeMarkup()} Ends: {scenario.Ends}.");
        foreach (var defect in defects)
            terminal.WriteLine($"[bold]{defect.Name, -21}[/] {defect.Does.EscapeMarkup()} Found by: {defect.CheckId}.");
    }

    public void ReleaseEnded(ReleaseOutcome outcome, IReadOnlyList<RuntimeDifference> differences)
    {
        text.ReleaseEnded(outcome);
        if (differences.Count > 0)
            text.Block("What this rehearsal does not show", string.Join('\n', differences));
    }

    public void ScenarioEnded(
        Scenario scenario,
        ReleaseOutcome outcome,
        LiveReport live,
        IReadOnlyList<RuntimeDifference> differences,
        UserReport? users = null
    )
    {
        ReleaseEnded(outcome, differences);
        if (users is not null)
            text.Block($"What users of {users.Function} saw", Describe(users, outcome));
        text.Block($"Read back from Lambda: {live.Verdict.Word()}", string.Join('\n', live.Functions));
        var end = $"{scenario.Ends}, {scenario.Live.Word()}";
        terminal.WriteLine(
            scenario.EndsAsItMust(outcome, live)
                ? $"\n[green]Scenario {scenario.Name} ended as expected: {end}.[/]"
                : $"\n[red]Scenario {scenario.Name} did NOT end as expected: {end}. This is a bug; please report it: {Screen.WhereToReport}[/]"
        );
    }

    public void DefectEnded(Defect defect, HealthState state, bool found)
    {
        text.Health([state]);
        terminal.WriteLine(
            found
                ? $"\n[green]Scenario {defect.Name} ended as expected: the check {defect.CheckId} found it.[/]"
                : $"\n[red]Scenario {defect.Name} did NOT end as expected: the check {defect.CheckId} did not find it."
                    + $" This is a bug; please report it: {Screen.WhereToReport}[/]"
        );
    }

    private static string Describe(UserReport users, ReleaseOutcome outcome)
    {
        var invariant = CultureInfo.InvariantCulture;
        var lines = new List<string>
        {
            $"{users.Requests.Count} requests, {users.Failed} of them failed; "
                + $"{users.FailedOtherwise.Count} for another reason than the new version",
            $"{users.ByNewVersion.Count} answered by the new version, "
                + string.Create(invariant, $"{users.Share:0.0 %} of those from the first to the last of them"),
        };
        if (outcome.Status == ReleaseStatus.RolledBack && outcome.Verdict is { } verdict && users.ByNewVersion is [.., var last])
            lines.Add(string.Create(invariant, $"the last one was sent {(last.Sent - verdict).TotalSeconds:0.0} s after the verdict"));
        return string.Join('\n', lines);
    }
}
