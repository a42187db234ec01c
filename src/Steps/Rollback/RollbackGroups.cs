using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>A journal in the order in which it is undone: the last phase first.</summary>
internal static class RollbackGroups
{
    public static IReadOnlyList<RollbackGroup> Of(IEnumerable<JournalEntry> entries) =>
        [
            .. entries
                .GroupBy(e => e.Phase)
                .OrderByDescending(g => g.Key)
                .Select(g => new RollbackGroup(g.Key, [.. g.Select(e => e.SortKey)])),
        ];
}
