using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Rollback;

/// <summary>
/// A journal in the order in which it is undone: the last phase first; within a phase configurations after all else, since code may have to
/// make room for their layers.
/// </summary>
internal static class RollbackGroups
{
    public static IReadOnlyList<RollbackGroup> Of(IEnumerable<JournalEntry> entries) =>
        [
            .. entries
                .GroupBy(e => (e.Phase, IsConfiguration: e.Resource.Kind == ResourceKinds.FunctionConfiguration))
                .OrderByDescending(g => g.Key.Phase)
                .ThenBy(g => g.Key.IsConfiguration)
                .Select(g => new RollbackGroup(g.Key.Phase, [.. g.Select(e => e.SortKey)])),
        ];
}
