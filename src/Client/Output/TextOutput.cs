using CodeRipple.Workflow.Client.Diagnosis;
using CodeRipple.Workflow.Client.Repairs;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>Results for people.</summary>
internal sealed partial class TextOutput(Terminal terminal) : IOutput
{
    public void ReportWritten(string file) => terminal.WriteLine($"Written: {file.EscapeMarkup()}");

    public void RepairFound(RepairFinding finding) =>
        terminal.WriteLine($"{finding.Found.EscapeMarkup()}\n  {finding.Done.EscapeMarkup()}");

    public void Repaired(string application, string environment, IReadOnlyList<RepairFinding> findings)
    {
        if (findings.Count == 0)
            terminal.WriteLine(
                $"Nothing to repair: {application.EscapeMarkup()} in {environment.EscapeMarkup()} is as its last good release left it, "
                    + "and nobody holds the lock."
            );
    }

    public void Installed(string stack, bool changed, IReadOnlyDictionary<string, string> outputs)
    {
        terminal.WriteLine(
            changed ? $"Stack {stack.EscapeMarkup()} is installed." : $"Stack {stack.EscapeMarkup()} is already up to date."
        );
        foreach (var (name, value) in outputs)
            terminal.WriteLine($"  {name.EscapeMarkup(), -28} {value.EscapeMarkup()}");
    }

    public void Diagnosed(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.IsFine))
            terminal.WriteLine($"[green]✓[/] {finding.Subject.EscapeMarkup()}: {finding.Found.EscapeMarkup()}");
        foreach (var finding in findings.Where(f => !f.IsFine).OrderByDescending(f => f.Blocks))
            terminal.WriteLine(
                $"{(finding.Blocks ? "[red]✗[/]" : "[yellow]![/]")} {finding.Subject.EscapeMarkup()}: {finding.Found.EscapeMarkup()}\n"
                    + $"  {finding.Remedy!.EscapeMarkup()}"
            );
    }

    /// <summary>A title, and text from elsewhere below it.</summary>
    public void Block(string title, string text)
    {
        terminal.WriteLine($"\n[bold]{title.EscapeMarkup()}[/]\n");
        foreach (var line in text.TrimEnd().Split('\n'))
            terminal.WriteLine($"  {line.TrimEnd('\r').EscapeMarkup()}".TrimEnd());
    }
}
