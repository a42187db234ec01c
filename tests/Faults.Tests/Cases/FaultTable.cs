using System.Text;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>The matrix as a document: what was struck, with what, and how the release ended.</summary>
internal static class FaultTable
{
    public static string Write(IReadOnlyList<CaseResult> results)
    {
        var text = new StringBuilder();
        foreach (var table in results.GroupBy(r => r.Case.Table))
        {
            var columns = table.Select(r => r.Case.Column).Distinct().ToList();
            text.Append($"\n## {table.Key}\n\n| | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n");
            foreach (var row in table.GroupBy(r => r.Case.Row))
                text.Append($"| {row.Key} | {string.Join(" | ", columns.Select(c => Cell(row.FirstOrDefault(r => r.Case.Column == c))))} |\n");
        }

        return text.ToString();
    }

    private static string Cell(CaseResult? result) => result?.Ending switch
    {
        null => "",
        Ending.Released => "released",
        Ending.RolledBack => "rolled back",
        Ending.Rejected => "rejected",
        Ending.RollbackFailed => "rollback failed",
        Ending.Unrecorded => "nothing begun",
        _ => "left open",
    };
}
