using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class TextOutput
{
    public void History(string application, string environment, IReadOnlyList<ReleaseRecord> records, string? current)
    {
        if (records.Count == 0)
        {
            terminal.WriteLine($"No releases of {application.EscapeMarkup()} to {environment.EscapeMarkup()} yet.");
            return;
        }

        foreach (var record in records)
        {
            var duration = record.EndedAt is { } ended ? Screen.Duration(ended - record.StartedAt) : "";
            var mark = record.Id == current ? "[green]*[/]" : " ";
            var why = FirstLine(record.Failure ?? record.Reason).EscapeMarkup();
            var line =
                $"{mark} {record.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {record.Id.EscapeMarkup(), -32} "
                + $"{record.Status, -14} {duration, 9}  {record.RequestedBy?.EscapeMarkup(), -12} {why}";
            terminal.WriteLine(line.TrimEnd());
        }

        terminal.WriteLine(current is null ? "\nNone of them is live." : "\n* is live.");
    }

    private static string FirstLine(string? text) => text?.Split('\n')[0] ?? "";
}
