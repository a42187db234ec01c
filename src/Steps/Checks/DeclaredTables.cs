using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>The tables of a request: those declared, and those that functions are given by a variable whose name ends in TABLE.</summary>
internal static class DeclaredTables
{
    public static IReadOnlyList<TableExpectation> Of(ReleaseRequest request)
    {
        var declared = request.Infrastructure.Tables;
        var given = request
            .Functions.SelectMany(f => f.Environment)
            .Where(v => v.Key.EndsWith("TABLE", StringComparison.OrdinalIgnoreCase) && v.Value.Length > 0)
            .Select(v => v.Value)
            .Distinct()
            .Where(name => declared.All(t => t.Name != name));
        return [.. declared, .. given.Select(name => new TableExpectation { Name = name })];
    }

    /// <summary>Who uses a table, and with which actions; none = any action will do.</summary>
    public static IReadOnlyList<(FunctionRequest Function, IReadOnlyList<string> Actions)> UsesOf(
        TableExpectation table,
        ReleaseRequest request
    ) =>
        table.UsedBy.Count > 0
            ? [.. table.UsedBy.Select(u => (request.Function(u.Function), u.Actions))]
            : [.. request.Functions.Where(f => f.Environment.Values.Contains(table.Name)).Select(f => (f, (IReadOnlyList<string>)[]))];
}
