using System.Globalization;
using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>Looks after the decision records: whether a push carries a decision that people will ask about later, and why.</summary>
public sealed class Historian : IAgent
{
    /// <summary>From here on a change is worth a record.</summary>
    private const int WorthARecord = 30;

    public string Name => "historian";

    public AgentReport Analyze(ChangeSet changes)
    {
        if (changes.IsUpkeep)
            return new AgentReport(Name, 0, ["Upkeep; nothing was decided."], []);

        var signals = Signals(changes).ToList();
        var significance = Math.Min(100, signals.Sum(signal => signal.Weight));
        var findings = signals.Select(signal => signal.Text).ToList();
        if (changes.With(FileRole.DecisionRecord).FirstOrDefault(file => file.Kind != ChangeKind.Removed) is { } record)
            return new AgentReport(Name, significance, [.. findings, $"The push brings its own decision record: {record.Path}."], []);

        return significance >= WorthARecord
            ? new AgentReport(Name, significance, findings, [Record(changes, findings)])
            : new AgentReport(Name, significance, [.. findings, "No decision that needs a record."], []);
    }

    private static IEnumerable<(int Weight, string Text)> Signals(ChangeSet changes)
    {
        if (changes.Breaks)
            yield return (40, "It breaks what users rely on.");
        if (changes.Meaning(Intent.Replacement).Any())
            yield return (30, "Something is replaced by something else.");
        if (changes.Meaning(Intent.Removal).Any() && changes.Files.Any(file => file.Kind == ChangeKind.Removed))
            yield return (25, "Something is given up.");
        if (changes.With(FileRole.Dependencies).Any())
            yield return (20, "What the system depends on changes.");
        if (changes.With(FileRole.Infrastructure).Any())
            yield return (20, "Where and how the system runs changes.");
        if (changes.With(FileRole.Schema).Any())
            yield return (15, "Data or contracts change their form.");
        if (
            changes.Meaning(Intent.Feature).Any()
            && changes.With(FileRole.Source, FileRole.Interface).Any(file => file.Kind == ChangeKind.Added)
        )
            yield return (15, "A new part is built.");
        if (changes.Files.Count > 20)
            yield return (10, $"{changes.Files.Count} files change together.");
    }

    private static Proposal Record(ChangeSet changes, List<string> findings)
    {
        var commit =
            changes.Push.Commits.FirstOrDefault(Intents.Breaks)
            ?? changes.Meaning(Intent.Replacement).FirstOrDefault()
            ?? changes.Push.HeadCommit
            ?? changes.Push.Commits[^1];
        var day = commit.Timestamp?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? commit.Id[..Math.Min(7, commit.Id.Length)];
        var why = commit.Message[commit.Subject.Length..].Trim();
        return new Draft(commit.Subject.Length > 0 ? commit.Subject : "Decision")
            .Paragraph("Status: proposed")
            .Section("Context", findings)
            .Paragraph($"## Decision\n\n{(why.Length > 0 ? why : commit.Subject)}")
            .Commits("Commits", changes.Push.Commits)
            .Files("What it touches", changes.Files.Where(file => file.Role is not (FileRole.Test or FileRole.UserDocumentation)))
            .Section("Consequences to be named", "what becomes easier", "what becomes harder", "what would make us decide otherwise")
            .Propose(
                $"docs/decisions/{day}-{Slug.Of(commit.Subject)}.md",
                ProposalAction.Create,
                "People will ask why; the answer is known now."
            );
    }
}
