using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    public void History(string application, string environment, IReadOnlyList<ReleaseRecord> records, string? current)
    {
        if (json)
        {
            Answer(new JsonArray([.. records.Select(r => JsonSerializer.SerializeToNode(r, ContractsJson.Default.ReleaseRecord))]));
            return;
        }

        if (records.Count == 0)
        {
            Say($"No releases of {application.EscapeMarkup()} to {environment.EscapeMarkup()} yet.");
            return;
        }

        foreach (var record in records)
        {
            var duration = record.EndedAt is { } ended ? Duration(ended - record.StartedAt) : "";
            var mark = record.Id == current ? "[green]*[/]" : " ";
            Say($"{mark} {record.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {record.Id.EscapeMarkup(),-32} {record.Status,-14} {duration,9}  {record.RequestedBy?.EscapeMarkup(),-12} {FirstLine(record.Failure ?? record.Reason).EscapeMarkup()}".TrimEnd());
        }

        Say(current is null ? "\nNone of them is live." : "\n* is live.");
    }

    public void ReportWritten(string file)
    {
        if (json)
            Answer(new JsonObject { ["report"] = file });
        else
            Say($"Written: {file.EscapeMarkup()}");
    }

    public void RollbackTo(string id, string? to) => Progress(to is null
        ? $"Release {id.EscapeMarkup()} did not end well; putting back what it changed."
        : $"Back from release {id.EscapeMarkup()} to {to.EscapeMarkup()}: putting back what stood there then.");

    private static string FirstLine(string? text) => text?.Split('\n')[0] ?? "";
}
