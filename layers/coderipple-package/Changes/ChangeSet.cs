namespace CodeRipple.Changes;

/// <summary>A push as one change: what remains of each file's history, and what the messages say.</summary>
public sealed class ChangeSet
{
    private ChangeSet(Push push, IReadOnlyList<ChangedFile> files)
    {
        Push = push;
        Files = files;
    }

    public Push Push { get; }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<ChangedFile> Files { get; }

    public bool Breaks => Push.Commits.Any(Intents.Breaks);

    /// <summary>Documentation, tests and upkeep only: nothing that a document would have to follow.</summary>
    public bool IsUpkeep =>
        Push.Commits.All(commit => Intents.Of(commit) == Intent.Upkeep)
        || Files.All(file =>
            file.Role
                is FileRole.UserDocumentation
                    or FileRole.SystemDocumentation
                    or FileRole.DecisionRecord
                    or FileRole.Test
                    or FileRole.Other
        );

    public static ChangeSet Of(Push push)
    {
        var kinds = new SortedDictionary<string, ChangeKind>(StringComparer.Ordinal);
        foreach (var commit in push.Commits)
        {
            foreach (var path in commit.Added)
                Apply(kinds, path, ChangeKind.Added);
            foreach (var path in commit.Modified)
                Apply(kinds, path, ChangeKind.Modified);
            foreach (var path in commit.Removed)
                Apply(kinds, path, ChangeKind.Removed);
        }

        return new ChangeSet(push, [.. kinds.Select(one => ChangedFile.Of(one.Key, one.Value))]);
    }

    public IEnumerable<ChangedFile> With(params FileRole[] roles) => Files.Where(file => roles.Contains(file.Role));

    public IEnumerable<Commit> Meaning(Intent intent) => Push.Commits.Where(commit => Intents.Of(commit) == intent);

    // Added and removed again: nothing happened. Removed and added again: modified.
    private static void Apply(SortedDictionary<string, ChangeKind> kinds, string path, ChangeKind kind)
    {
        if (!kinds.TryGetValue(path, out var before))
            kinds[path] = kind;
        else if (before == ChangeKind.Added && kind == ChangeKind.Removed)
            kinds.Remove(path);
        else if (before == ChangeKind.Removed && kind == ChangeKind.Added)
            kinds[path] = ChangeKind.Modified;
        else if (kind == ChangeKind.Removed)
            kinds[path] = ChangeKind.Removed;
    }
}
