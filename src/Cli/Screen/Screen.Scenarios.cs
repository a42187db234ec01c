using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Scenarios;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    public void ScenarioList(IReadOnlyList<Scenario> scenarios)
    {
        if (json)
        {
            Answer(new JsonArray([.. scenarios.Select(s => new JsonObject { ["name"] = s.Name, ["does"] = s.Does, ["ends"] = s.Ends.ToString() })]));
            return;
        }

        foreach (var scenario in scenarios)
            Say($"[bold]{scenario.Name,-18}[/] {scenario.Does.EscapeMarkup()} Ends: {scenario.Ends}.");
    }

    public void ScenarioBegins(Scenario scenario) => Progress($"\nScenario [bold]{scenario.Name}[/]: {scenario.Does.EscapeMarkup()}");

    /// <summary>How the scenario's release ended, and what is live.</summary>
    public void ScenarioEnded(Scenario scenario, ReleaseOutcome outcome, LiveReport live)
    {
        var asExpected = outcome.Status == scenario.Ends && live.Verdict == scenario.Live;
        ReleaseEnded(outcome, new JsonObject
        {
            ["scenario"] = scenario.Name,
            ["live"] = Word(live.Verdict),
            ["asExpected"] = asExpected,
        });
        if (json)
            return;
        Block($"Read back from Lambda: {Word(live.Verdict)}", string.Join('\n', live.Functions));
        Say(asExpected
            ? $"\n[green]As scenario {scenario.Name} must end: {scenario.Ends}, {Word(scenario.Live)}.[/]"
            : $"\n[red]NOT as scenario {scenario.Name} must end: {scenario.Ends}, {Word(scenario.Live)}. This is a bug; please report it: {WhereToReport}[/]");
    }

    public void RehearsalKept(Uri endpoint) =>
        Progress($"\nThe local AWS is still up: export AWS_ENDPOINT_URL={Address(endpoint)} AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local\nCtrl-C stops it; nothing stays behind.");

    private static string Word(LiveVerdict verdict) => verdict switch
    {
        LiveVerdict.AllNew => "all-new",
        LiveVerdict.AllOld => "all-old",
        _ => "MIXED",
    };
}
