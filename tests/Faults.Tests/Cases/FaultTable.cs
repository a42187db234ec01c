using System.Globalization;
using System.Text;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>The matrix as a document: what was struck, with what, and how the release ended.</summary>
internal static class FaultTable
{
    private const string Head = """
        # What happens when a call fails, or the release dies

        Written by the tests in `tests/Faults.Tests`, which run it all and compare. The release of the matrix changes everything that a
        release can change: a layer with its probe, a function of an earlier release, one that was made by hand, one that does not exist
        yet, traffic in stages, tests. Its calls and states are recorded from releases without faults, so nothing is listed by hand.

        After each case the live state is read with AWS's own calls: the functions are entirely new or entirely as before, no probe is
        left, the lock is free, the journal and the record say what is so, and people were told once. The cells say which of the ends
        it was. A call that is throttled, fails or loses its answer must not stop a release; one that is refused for good puts
        everything back, or, where it is needed for the way back itself, ends with the list of what could not be restored or proven.


        """;

    private static readonly Dictionary<string, string> Explanations = new()
    {
        ["Calls"] = "“Itself” is the state machine's call of the step: when its answer is lost, the step is delivered twice. A reply is lost after the call took effect.",
        ["States"] = "The execution ends when it enters the state, by StopExecution or by its time-out; nobody looks after it but the guardian.",
    };

    public static string Write(IReadOnlyList<CaseResult> results)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"{results.Count} cases.\n");
        foreach (var table in results.GroupBy(r => r.Case.Table))
        {
            var columns = table.Select(r => r.Case.Column).Distinct().ToList();
            text.Append($"\n## {table.Key}\n\n{Explanations.GetValueOrDefault(table.Key)}\n\n| | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n");
            foreach (var row in table.GroupBy(r => r.Case.Row))
                text.Append($"| {row.Key} | {string.Join(" | ", columns.Select(c => Cell(row.FirstOrDefault(r => r.Case.Column == c))))} |\n");
        }

        return text.ToString();
    }

    private static string Cell(CaseResult? result) => result?.Ending.InWords() ?? "";
}
