using System.Globalization;
using System.Text;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The matrix as a document: what is struck, with what, and how the release ends. Written from the plan: a case that ends otherwise, or
/// whose faults no call meets, breaks a promise.
/// </summary>
internal static class FaultTable
{
    private const string Head = """
        # What happens when a call fails, or the release dies

        Written by the tests in `tests/Faults.Tests`, which run it all and compare. The release of the matrix changes everything that a
        release can change: a layer with its probe, a function of an earlier release, one that was made by hand, one that does not exist
        yet, traffic in stages, routes of an API, a rule that is adopted, alarms and logs; with tests and checks of a table and a rule.
        Its calls and states are recorded from releases without faults, so nothing is listed by hand.

        After each case the live state is read with AWS's own calls: functions, API, rule and alarms are entirely new or entirely as
        before, no probe is left, the lock is free, the journal and the record say what is so, and people were notified once. The cells say
        which of the ends it was. A call that is throttled (as often in a row as an SDK tries), fails or loses its answer after it
        took effect must not stop a release, so many calls meet that in one release, and a release that ends otherwise by itself still
        ends so. One that is refused for good rolls everything back, or, where it is needed for the rollback itself, ends with the list
        of what could not be restored or proven.


        """;

    private const string Meetings = """

        ## Releases that meet

        | | |
        |---|---|
        | a start event that comes twice | one release, one message; the second execution ends as a duplicate |
        | two releases of one application at the same time | one after the other, both released |

        ## Steps that hang

        A step has journaled its change and hangs; its release is stopped, or fails with another function, and is restored. Then the step
        goes on.

        | | |
        |---|---|
        | its change is tied to a revision: alias, configuration, code | the change fails, even after the last look of the rollback |
        | it has none: a new function, a rule, an alarm | the rollback waits for it, 20 s at most, and takes it back |

        """;

    private static readonly Dictionary<string, string> Explanations = new()
    {
        [Tables.Calls] =
            "Of steps and state machines. Behind a refusal stands whose call was refused; each step meets one, and each kind of call.",
        [Tables.States] =
            "The execution ends when it enters the state, by StopExecution or by its timeout; nobody looks after it but the guardian. A rollback dies while it restores a release that has died.",
    };

    public static string Write(IReadOnlyList<FaultCase> cases)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        // Where more than one end keeps the promises, timing decides which one it is.
        var cells = cases
            .SelectMany(c => c.Cells.Select(cell => (Cell: cell, Ending: string.Join(" or ", c.Expected.Select(e => e.InWords())))))
            .ToList();
        foreach (var table in cells.GroupBy(c => c.Cell.Table))
        {
            var columns = table.Select(c => c.Cell.Column).Distinct().ToList();
            text.Append(
                CultureInfo.InvariantCulture,
                $"## {table.Key}\n\n{Explanations[table.Key]}\n\n| | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n"
            );
            foreach (var row in Sorted(table.GroupBy(c => c.Cell.Row), table.Key))
                text.Append(
                    $"| {row.Key} | {string.Join(" | ", columns.Select(column => InWords(row.Where(c => c.Cell.Column == column))))} |\n"
                );
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + '\n' + Meetings.ReplaceLineEndings("\n");
    }

    // States stay in the order in which a release enters them.
    private static IEnumerable<IGrouping<string, T>> Sorted<T>(IEnumerable<IGrouping<string, T>> rows, string table) =>
        table == Tables.Calls
            ? rows.OrderBy(r => r.Key, StringComparer.Ordinal)
            : rows.OrderBy(r => r.Key.StartsWith("rollback", StringComparison.Ordinal));

    private static string InWords(IEnumerable<(Cell Cell, string Ending)> cells) =>
        string.Join(
            "; ",
            cells
                .GroupBy(c => c.Ending)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                    (
                        Ending: g.Key,
                        Where: string.Join(
                            ", ",
                            g.Select(c => c.Cell.Where).Where(w => w.Length > 0).Distinct().Order(StringComparer.Ordinal)
                        )
                    )
                )
                .Select(e => e.Where.Length == 0 ? e.Ending : $"{e.Ending} ({e.Where})")
        );
}
