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

    /// <summary>A title, and text from elsewhere below it.</summary>
    public void Block(string title, string text)
    {
        terminal.WriteLine($"\n[bold]{title.EscapeMarkup()}[/]\n");
        foreach (var line in text.TrimEnd().Split('\n'))
            terminal.WriteLine($"  {line.TrimEnd('\r').EscapeMarkup()}".TrimEnd());
    }
}
