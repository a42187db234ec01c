using System.Globalization;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class TextOutput
{
    public void Health(IReadOnlyList<HealthState> states)
    {
        foreach (var state in states)
            Health(state);
    }

    private void Health(HealthState state)
    {
        var where = $"{state.Application.EscapeMarkup()} in {state.Environment.EscapeMarkup()}";
        terminal.WriteLine($"\n[bold]{where}[/], release {state.Release.EscapeMarkup()}");
        foreach (var type in state.Results.GroupBy(r => r.Component.Split(':')[0]))
            Type(type.Key, [.. type]);
        foreach (var next in state.Results.Where(r => r.Id == CheckCatalog.RuleNextRun.Id && r.Verdict == CheckVerdict.Passed))
            terminal.WriteLine($"  [dim]{next.Component.EscapeMarkup()}: {next.Evidence?.EscapeMarkup()}[/]");
        foreach (var failure in state.Results.Where(r => r.Verdict == CheckVerdict.Failed))
            Failure(failure, state.Failing.First(f => (f.Id, f.Component) == (failure.Id, failure.Component)).Since, state.At);
        terminal.WriteLine(
            state.Failing.Count == 0
                ? $"\n[green]All {state.Passed} checks passed.[/]"
                : $"\n[red]{state.Failing.Count} of {state.Failing.Count + state.Passed} checks failed.[/]"
        );
    }

    private void Type(string type, IReadOnlyList<CheckResult> results)
    {
        var failed = results.Count(r => r.Verdict == CheckVerdict.Failed);
        var components = results.Select(r => r.Component).Distinct().Count();
        var passed = results.Count(r => r.Verdict == CheckVerdict.Passed);
        var skipped = results.Count(r => r.Verdict == CheckVerdict.Skipped);
        var mark = failed == 0 ? "[green]✓[/]" : "[red]✗[/]";
        terminal.WriteLine($"  {mark} {type, -12} {components, 4} checked, {passed} passed, {failed} failed, {skipped} skipped");
    }

    private void Failure(CheckResult failure, DateTimeOffset since, DateTimeOffset now)
    {
        var age = since == now ? "new" : $"since {since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}Z";
        terminal.WriteLine($"\n  [red]✗ {failure.Id}[/] {failure.Component.EscapeMarkup()} ({age}): {failure.Evidence?.EscapeMarkup()}");
        if (failure.Measured is not null)
        {
            var expected = failure.Limit is null ? "" : $", expected {failure.Limit.EscapeMarkup()}";
            terminal.WriteLine($"    found {failure.Measured.EscapeMarkup()}{expected}");
        }

        if (failure.Remedy is not null)
            terminal.WriteLine($"    {failure.Remedy.EscapeMarkup()}");
    }
}
