using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Scenarios;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    /// <summary>Shows a health check while it runs; to be disposed when it does no more.</summary>
    public ReleaseProgress FollowCheck(string environment) => new(this, _status.Begin($"Health check of {environment}"));

    public void Health(IReadOnlyList<HealthState> states)
    {
        if (json)
        {
            Answer(new JsonArray([.. states.Select(s => JsonSerializer.SerializeToNode(s, ContractsJson.Default.HealthState))]));
            return;
        }

        foreach (var state in states)
            Health(state);
    }

    public void DefectPlanted(Defect defect) => Progress($"\nScenario [bold]{defect.Name}[/]: {defect.Does.EscapeMarkup()}");

    public void DefectEnded(Defect defect, HealthState state, bool found)
    {
        if (json)
        {
            Answer(new JsonObject
            {
                ["scenario"] = defect.Name,
                ["failsCheck"] = defect.CheckId,
                ["asExpected"] = found,
                ["failing"] = new JsonArray([.. state.Failing.Select(f => new JsonObject { ["id"] = f.Id, ["component"] = f.Component })]),
            });
            return;
        }

        Health(state);
        Say(found
            ? $"\n[green]As scenario {defect.Name} must end: the check {defect.CheckId} found it.[/]"
            : $"\n[red]NOT as scenario {defect.Name} must end: the check {defect.CheckId} did not find it. This is a bug; please report it: {WhereToReport}[/]");
    }

    private void Health(HealthState state)
    {
        Say($"\n[bold]{state.Application.EscapeMarkup()} in {state.Environment.EscapeMarkup()}[/], release {state.Release.EscapeMarkup()}");
        foreach (var type in state.Results.GroupBy(r => r.Component.Split(':')[0]))
            Type(type.Key, [.. type]);
        foreach (var next in state.Results.Where(r => r.Id == CheckCatalog.RuleNextRun.Id && r.Verdict == CheckVerdict.Passed))
            Say($"  [dim]{next.Component.EscapeMarkup()}: {next.Evidence?.EscapeMarkup()}[/]");
        foreach (var failure in state.Results.Where(r => r.Verdict == CheckVerdict.Failed))
            Failure(failure, state.Failing.First(f => (f.Id, f.Component) == (failure.Id, failure.Component)).Since, state.At);
        Say(state.Failing.Count == 0
            ? $"\n[green]All {state.Passed} checks passed.[/]"
            : $"\n[red]{state.Failing.Count} of {state.Failing.Count + state.Passed} checks failed.[/]");
    }

    private void Type(string type, IReadOnlyList<CheckResult> results)
    {
        var failed = results.Count(r => r.Verdict == CheckVerdict.Failed);
        var components = results.Select(r => r.Component).Distinct().Count();
        Say($"  {(failed == 0 ? "[green]✓[/]" : "[red]✗[/]")} {type,-12} {components,4} looked at, {results.Count(r => r.Verdict == CheckVerdict.Passed)} passed, {failed} failed, {results.Count(r => r.Verdict == CheckVerdict.Skipped)} skipped");
    }

    private void Failure(CheckResult failure, DateTimeOffset since, DateTimeOffset now)
    {
        var age = since == now ? "new" : $"since {since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}Z";
        Say($"\n  [red]✗ {failure.Id}[/] {failure.Component.EscapeMarkup()} ({age}): {failure.Evidence?.EscapeMarkup()}");
        if (failure.Measured is not null)
            Say($"    found {failure.Measured.EscapeMarkup()}{(failure.Limit is null ? "" : $", expected {failure.Limit.EscapeMarkup()}")}");
        if (failure.Remedy is not null)
            Say($"    {failure.Remedy.EscapeMarkup()}");
    }
}
