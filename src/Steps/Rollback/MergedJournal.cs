using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// The journals of several releases in a row as if they had been one: what stood there before the oldest, what stands there since the
/// newest.
/// </summary>
internal static class MergedJournal
{
    /// <param name="journals">The newest release first.</param>
    public static IReadOnlyList<JournalEntry> Of(IReadOnlyList<IReadOnlyList<JournalEntry>> journals)
    {
        // Probes are gone since their own release.
        var entries = journals.SelectMany(j => j).Where(e => e.Phase != JournalPhase.Probes).ToList();
        var made = entries
            .Where(e => e.Resource.Kind == ResourceKinds.Function && e.Before is null)
            .Select(e => e.Resource.Name)
            .ToHashSet();
        return
        [
            .. entries
                .Where(e => !IsPartOf(e.Resource, made))
                .GroupBy(e => e.SortKey)
                .Select(changes =>
                    changes.Last() with
                    {
                        After = changes.First().After,
                        Target = changes.First().Target,
                        Done = changes.First().Done,
                    }
                )
                .OrderBy(e => e.SortKey, StringComparer.Ordinal),
        ];
    }

    // A function that disappears takes its configuration and code along.
    private static bool IsPartOf(ResourceId resource, HashSet<string> functions) =>
        resource.Kind is ResourceKinds.FunctionConfiguration or ResourceKinds.FunctionCode && functions.Contains(resource.Name);
}
