using System.Text.Json.Nodes;
using Spectre.Console;
using CodeRipple.Workflow.Cli.Releases;

namespace CodeRipple.Workflow.Cli;

internal sealed partial class Screen
{
    public void RepairFound(RepairFinding finding)
    {
        if (!json)
            Say($"{finding.Found.EscapeMarkup()}\n  {finding.Done.EscapeMarkup()}");
    }

    public void Repaired(string application, string environment, IReadOnlyList<RepairFinding> findings)
    {
        if (json)
            Answer(new JsonArray([.. findings.Select(f => (JsonNode)new JsonObject { ["found"] = f.Found, ["done"] = f.Done, ["exitCode"] = (int?)f.Outcome })]));
        else if (findings.Count == 0)
            Say($"Nothing to repair: {application.EscapeMarkup()} in {environment.EscapeMarkup()} is as its last good release left it, and nobody holds the lock.");
    }
}
