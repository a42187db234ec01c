using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>The tables of a request: those declared, and those that functions are given by a variable whose name ends in TABLE.</summary>
internal static class DeclaredTables
{
    /// <summary>Which tables stand in the environment of which functions.</summary>
    /// <param name="request">With the values themselves: afterwards nobody sees them any more.</param>
    public static IReadOnlyList<PlannedTable> FindIn(ReleaseRequest request)
    {
        var declared = request.Infrastructure.Tables.Select(t => t.Name);
        var given = request
            .Functions.SelectMany(f => f.Environment)
            .Where(v => v.Key.EndsWith("TABLE", StringComparison.OrdinalIgnoreCase) && Patterns.Fits(v.Value, Patterns.Table))
            .Select(v => v.Value);
        return
        [
            .. declared
                .Concat(given)
                .Distinct()
                .Select(table => new PlannedTable(
                    table,
                    [.. request.Functions.Where(f => f.Environment.Values.Contains(table)).Select(f => f.Name)]
                ))
                .Where(table => table.UsedBy.Count > 0),
        ];
    }

    /// <param name="found">What <see cref="FindIn"/> found.</param>
    public static IReadOnlyList<TableExpectation> Of(ReleaseRequest request, IReadOnlyList<PlannedTable> found)
    {
        var declared = request.Infrastructure.Tables;
        return [.. declared, .. found.Where(t => declared.All(d => d.Name != t.Name)).Select(t => new TableExpectation { Name = t.Name })];
    }

    /// <summary>Who uses a table, and with which actions; none = any action will do.</summary>
    public static IReadOnlyList<(FunctionRequest Function, IReadOnlyList<string> Actions)> UsesOf(
        TableExpectation table,
        CheckScope scope
    ) =>
        table.UsedBy.Count > 0
            ? [.. table.UsedBy.Select(u => (scope.Request.Function(u.Function), u.Actions))]
            :
            [
                .. scope
                    .Tables.Where(t => t.Name == table.Name)
                    .SelectMany(t => t.UsedBy)
                    .Select(f => (scope.Request.Function(f), (IReadOnlyList<string>)[])),
            ];
}
