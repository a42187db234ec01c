using System.Text;
using CodeRipple.Agents;

namespace CodeRipple.Documents;

/// <summary>The agents' results as one document that a person can read and act on.</summary>
public static class DocumentationUpdate
{
    /// <summary>Where the document of a push is kept.</summary>
    public static string KeyOf(Analysis analysis) => $"updates/{analysis.Repository}/{analysis.Commit}.md";

    public static string Write(Analysis analysis)
    {
        var proposals = analysis.Reports.Sum(report => report.Proposals.Count);
        var text = new StringBuilder();
        text.Append($"# Documentation update for {analysis.Repository}\n\n");
        text.Append(
            $"Commit {analysis.Commit}: {proposals} {(proposals == 1 ? "proposal" : "proposals")} of {analysis.Reports.Count} agents.\n"
        );
        foreach (
            var report in analysis
                .Reports.OrderByDescending(report => report.Significance)
                .ThenBy(report => report.Agent, StringComparer.Ordinal)
        )
            Append(text, report);
        return text.ToString();
    }

    private static void Append(StringBuilder text, AgentReport report)
    {
        text.Append($"\n## {Title(report.Agent)} (significance {report.Significance})\n\n");
        foreach (var finding in report.Findings)
            text.Append($"- {finding}\n");
        foreach (var proposal in report.Proposals)
        {
            text.Append($"\n### {proposal.Action} `{proposal.Path}`\n\n{proposal.Reason}\n\n");
            foreach (var line in proposal.Content.TrimEnd().Split('\n'))
                text.Append(line.Length == 0 ? ">" : $"> {line}").Append('\n');
        }
    }

    private static string Title(string agent)
    {
        var words = agent.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
