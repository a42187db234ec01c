using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>Looks after the documents that say what the system is now: components, interfaces, dependencies, deployment.</summary>
public sealed class BuildingInspector : IAgent
{
    private static readonly FileRole[] Substance = [FileRole.Source, FileRole.Interface, FileRole.Schema];

    public string Name => "building_inspector";

    public AgentReport Analyze(ChangeSet changes)
    {
        var components = changes
            .With(Substance)
            .GroupBy(file => file.Component)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var proposals = components
            .Select(component => Component(changes, component.Key, [.. component]))
            .Concat(Overviews(changes))
            .ToList();
        var significance = Math.Min(100, (proposals.Count * 15) + (components.Count * 10));
        return new AgentReport(Name, significance, Findings(changes, components), proposals);
    }

    private static List<string> Findings(ChangeSet changes, IReadOnlyList<IGrouping<string, ChangedFile>> components)
    {
        var tested = changes.With(FileRole.Test).ToList();
        var findings = new List<string> { $"{changes.Files.Count} files changed in {components.Count} components." };
        findings.AddRange(
            components
                .Where(component => !tested.Any(test => test.Path.Contains(component.Key, StringComparison.OrdinalIgnoreCase)))
                .Select(component => $"Component {component.Key} changed and no test with it.")
        );
        return findings;
    }

    private static Proposal Component(ChangeSet changes, string name, List<ChangedFile> files)
    {
        var action =
            files.All(file => file.Kind == ChangeKind.Added) ? ProposalAction.Create
            : files.All(file => file.Kind == ChangeKind.Removed) ? ProposalAction.Archive
            : ProposalAction.Update;
        var reason = action switch
        {
            ProposalAction.Create => $"Component {name} is new.",
            ProposalAction.Archive => $"All that the push touches of component {name} is gone.",
            _ => $"Component {name} has changed.",
        };
        var related = changes.Push.Commits.Where(commit =>
            commit.Added.Concat(commit.Modified).Concat(commit.Removed).Any(path => files.Any(file => file.Path == path))
        );
        return new Draft($"Component {name}")
            .Paragraph($"What {name} consists of and what it answers for, as of this push.")
            .Files("Changed parts", files)
            .Commits("Changed by", related)
            .Propose($"docs/system/components/{Slug.Of(name)}.md", action, reason);
    }

    private static IEnumerable<Proposal> Overviews(ChangeSet changes)
    {
        if (Overview(changes, "Interfaces", "docs/system/interfaces.md", FileRole.Interface, FileRole.Schema) is { } interfaces)
            yield return interfaces;
        if (Overview(changes, "Dependencies", "docs/system/dependencies.md", FileRole.Dependencies) is { } dependencies)
            yield return dependencies;
        if (Overview(changes, "Deployment", "docs/system/deployment.md", FileRole.Infrastructure, FileRole.Pipeline) is { } deployment)
            yield return deployment;
    }

    private static Proposal? Overview(ChangeSet changes, string title, string path, params FileRole[] roles)
    {
        var files = changes.With(roles).ToList();
        return files.Count == 0
            ? null
            : new Draft(title)
                .Paragraph($"The overview of {title.ToLowerInvariant()} follows what these files say now.")
                .Files("Changed files", files)
                .Commits("Changed by", changes.Push.Commits)
                .Propose(path, ProposalAction.Update, $"{title} of the system have changed.");
    }
}
