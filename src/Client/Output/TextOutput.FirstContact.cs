using System.Text.Encodings.Web;
using System.Text.Json;
using CodeRipple.Workflow.Client.Facts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class TextOutput
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void FirstContactEnded(FirstContactRecord record, string file)
    {
        foreach (var fact in record.Facts)
        {
            var mark = fact.AsExpected switch
            {
                true => "[green]✓[/]",
                false => "[red]✗[/]",
                null => "[dim]·[/]",
            };
            var observed = fact.Observed?.ToJsonString(OneLine) ?? "could not be observed";
            terminal.WriteLine($"{mark} {fact.Question.EscapeMarkup()}");
            // The times of all states are for the file.
            terminal.WriteLine(
                $"  {(observed.Length > 200 ? "see the file" : observed).EscapeMarkup()}  [dim](expected: {fact.Expected.EscapeMarkup()})[/]"
            );
        }

        if (record.Failure is { } failure)
            terminal.WriteLine($"[red]Stopped before its end:[/] {failure.EscapeMarkup()}");
        Removed(record.Leftovers);
        terminal.WriteLine($"Written: {file.EscapeMarkup()}");
    }

    public void Removed(IReadOnlyList<string> leftovers)
    {
        if (leftovers.Count == 0)
            terminal.WriteLine("Nothing is left of it but the bucket of packages that every installation shares.");
        foreach (var leftover in leftovers)
            terminal.WriteLine($"[red]Not removed:[/] {leftover.EscapeMarkup()}");
    }
}
