using System.Text.RegularExpressions;
using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>Looks after the how-to documents: what people who use the system have to do differently now.</summary>
public sealed partial class TouristGuide : IAgent
{
    public string Name => "tourist_guide";

    public AgentReport Analyze(ChangeSet changes)
    {
        if (changes.IsUpkeep)
            return new AgentReport(Name, 0, ["The push changes nothing that users do."], []);

        var proposals = new[] { NewCapability(changes), Installation(changes), Configuration(changes), Migration(changes) }
            .OfType<Proposal>()
            .ToList();
        return new AgentReport(Name, Significance(changes, proposals), Findings(changes).ToList(), proposals);
    }

    private static int Significance(ChangeSet changes, List<Proposal> proposals) =>
        Math.Min(100, (proposals.Count * 20) + (changes.Breaks ? 40 : 0) + (changes.With(FileRole.Interface).Any() ? 20 : 0));

    private static IEnumerable<string> Findings(ChangeSet changes)
    {
        if (changes.Breaks)
            yield return "Users must change something when they upgrade.";
        var written = changes.With(FileRole.UserDocumentation).Select(file => file.Path).ToList();
        if (written.Count > 0)
            yield return $"The push brings documentation of its own: {string.Join(", ", written)}.";
        else if (changes.With(FileRole.Interface).Any())
            yield return "What users meet has changed, and no user documentation with it.";
    }

    private static Proposal? NewCapability(ChangeSet changes)
    {
        var commits = changes.Meaning(Intent.Feature).ToList();
        var files = changes
            .With(FileRole.Source, FileRole.Interface, FileRole.Schema)
            .Where(file => file.Kind != ChangeKind.Removed)
            .ToList();
        if (commits.Count == 0 || files.Count == 0)
            return null;

        var subject = SubjectOf(commits[0]);
        var present = DocumentAbout(changes, files);
        return new Draft($"How to use {subject}")
            .Paragraph($"This guide shows what {subject} is for and how to use it.")
            .Commits("What is new", commits)
            .Files("Where it comes from", files)
            .Section(
                "To be shown here",
                "what must be in place before",
                "the steps, with an example that can be copied",
                "how to see that it worked"
            )
            .Propose(
                present ?? $"docs/guides/{Slug.Of(subject)}.md",
                present is null ? ProposalAction.Create : ProposalAction.Update,
                present is null ? $"Nothing tells users about {subject} yet." : $"{present} came with the push; it should tell all of this."
            );
    }

    private static Proposal? Installation(ChangeSet changes)
    {
        var files = changes.With(FileRole.Dependencies).ToList();
        return files.Count == 0
            ? null
            : new Draft("Install and update")
                .Paragraph("What the system needs has changed; installation and update instructions follow it.")
                .Files("Changed requirements", files)
                .Section(
                    "To be checked here",
                    "the commands that install and update",
                    "the versions that are named",
                    "what to do with an installation that exists"
                )
                .Propose("docs/guides/installation.md", ProposalAction.Update, "The requirements of an installation have changed.");
    }

    private static Proposal? Configuration(ChangeSet changes)
    {
        var files = changes.With(FileRole.Configuration).ToList();
        return files.Count == 0
            ? null
            : new Draft("Configuration")
                .Paragraph("Settings have changed. Each one is listed with its meaning, its default and an example.")
                .Files("Changed settings", files)
                .Propose("docs/guides/configuration.md", ProposalAction.Update, "Settings that users may have made have changed.");
    }

    private static Proposal? Migration(ChangeSet changes)
    {
        var breaking = changes.Push.Commits.Where(Intents.Breaks).ToList();
        var gone = changes.With(FileRole.Interface).Where(file => file.Kind == ChangeKind.Removed).ToList();
        return breaking.Count == 0 && gone.Count == 0
            ? null
            : new Draft("Upgrade")
                .Paragraph(
                    "What worked before no longer works in the same way. For each point: what to look for, and what to write instead."
                )
                .Commits("What breaks", breaking)
                .Files("No longer there", gone)
                .Propose("docs/guides/upgrade.md", ProposalAction.Update, "Users must change something when they upgrade.");
    }

    // docs/authentication.md is about src/auth.py: the name of one begins with the name of the other.
    private static string? DocumentAbout(ChangeSet changes, List<ChangedFile> files) =>
        changes
            .With(FileRole.UserDocumentation)
            .Where(document => document.Kind != ChangeKind.Removed)
            .FirstOrDefault(document =>
                files.Any(file =>
                    file.Component.Length > 2
                    && Path.GetFileName(document.Path).StartsWith(file.Component, StringComparison.OrdinalIgnoreCase)
                )
            )
            ?.Path;

    private static string SubjectOf(Commit commit) =>
        LeadingVerb().Replace(commit.Subject, "").Trim() is { Length: > 0 } rest ? rest : "the new feature";

    [GeneratedRegex(
        @"^([a-z]+(\([^)]*\))?!?:)?\s*((add(s|ed)?|introduc(e|es|ed)|implement(s|ed)?|support(s|ed)?|creat(e|es|ed)|allow(s|ed)?)\b)?\s*((a|an|the|new)\s+)*(feature\s+for\s+)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LeadingVerb();
}
