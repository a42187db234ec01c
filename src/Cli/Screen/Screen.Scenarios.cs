using System.Globalization;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Scenarios;
using CodeRipple.Workflow.Cli.Scenarios.Live;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    public void ScenarioList(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Defect> defects)
    {
        if (json)
        {
            Answer(new JsonArray(
            [
                .. scenarios.Select(s => new JsonObject { ["name"] = s.Name, ["does"] = s.Does, ["ends"] = s.Ends.ToString() }),
                .. defects.Select(d => new JsonObject { ["name"] = d.Name, ["does"] = d.Does, ["failsCheck"] = d.CheckId }),
            ]));
            return;
        }

        foreach (var scenario in scenarios)
            Say($"[bold]{scenario.Name,-18}[/] {scenario.Does.EscapeMarkup()} Ends: {scenario.Ends}.");
        foreach (var defect in defects)
            Say($"[bold]{defect.Name,-18}[/] {defect.Does.EscapeMarkup()} Found by: {defect.CheckId}.");
    }

    public void ScenarioBegins(Scenario scenario) => Progress($"\nScenario [bold]{scenario.Name}[/]: {scenario.Does.EscapeMarkup()}");

    /// <summary>How the scenario's release ended, and what is live.</summary>
    public void ScenarioEnded(Scenario scenario, ReleaseOutcome outcome, LiveReport live, UserReport? users = null)
    {
        var asExpected = scenario.EndsAsItMust(outcome, live);
        var more = new JsonObject
        {
            ["scenario"] = scenario.Name,
            ["live"] = Word(live.Verdict),
            ["asExpected"] = asExpected,
        };
        if (users is not null)
            more["users"] = AsJson(users);
        ReleaseEnded(outcome, more);
        if (json)
            return;
        if (users is not null)
            Block($"What users of {users.Function} saw", Describe(users, outcome));
        Block($"Read back from Lambda: {Word(live.Verdict)}", string.Join('\n', live.Functions));
        Say(asExpected
            ? $"\n[green]As scenario {scenario.Name} must end: {scenario.Ends}, {Word(scenario.Live)}.[/]"
            : $"\n[red]NOT as scenario {scenario.Name} must end: {scenario.Ends}, {Word(scenario.Live)}. This is a bug; please report it: {WhereToReport}[/]");
    }

    private static JsonObject AsJson(UserReport users) => new()
    {
        ["function"] = users.Function,
        ["requests"] = users.Requests.Count,
        ["byNewVersion"] = users.ByNewVersion.Count,
        ["failed"] = users.Failed,
        ["failedOtherwise"] = users.FailedOtherwise.Count,
    };

    private static string Describe(UserReport users, ReleaseOutcome outcome)
    {
        var lines = new List<string>
        {
            $"{users.Requests.Count} requests, {users.Failed} of them failed; {users.FailedOtherwise.Count} for another reason than the new version",
            string.Create(CultureInfo.InvariantCulture, $"{users.ByNewVersion.Count} answered by the new version, {users.Share:0.0 %} of those from the first to the last of them"),
        };
        if (outcome.Status == ReleaseStatus.RolledBack && outcome.Verdict is { } verdict && users.ByNewVersion is [.., var last])
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"the last one was sent {(last.Sent - verdict).TotalSeconds:0.0} s after the verdict"));
        return string.Join('\n', lines);
    }

    public void RehearsalKept(Uri endpoint) =>
        Progress($"\nThe local AWS is still up: export AWS_ENDPOINT_URL={Address(endpoint)} AWS_REGION=us-west-2 AWS_DEFAULT_REGION=us-west-2 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local\nCtrl-C stops it; nothing stays behind.");

    private static string Word(LiveVerdict verdict) => verdict switch
    {
        LiveVerdict.AllNew => "all-new",
        LiveVerdict.AllOld => "all-old",
        _ => "MIXED",
    };
}
