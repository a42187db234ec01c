using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The cases of the matrix, made of what the rehearsals showed. Each call is struck in the kind of release that shows it first: in the
/// good one, else in one that is rolled back, and so on. A call that is throttled, fails or loses its answer must not stop a release,
/// so many calls meet that in the same release. One that is refused for good decides how the release ends: see <see cref="Refusals"/>.
/// A death is one state each: see <see cref="DeathPlan"/>.
/// </summary>
internal sealed class MatrixPlan(ReleaseMachine machine, IReadOnlyList<Rehearsal> rehearsals)
{
    // As often as the SDK of most steps tries by itself, so that the state machine has to. Nothing retries the state machine's own calls
    // below it.
    private const int InARow = 3;
    private const int InARowOfStateMachine = 2;

    // Each call that is throttled in a row costs a step one of its six retries; an invocation, which the SDK does not repeat, three.
    private const int OperationsOfAStep = 3;

    // Each part that is checked and each change that is taken back has attempts of its own, and makes a few of the calls.
    private const int OperationsOfManyItems = 8;

    public IReadOnlyList<FaultCase> Cases()
    {
        var (operations, states) = (new HashSet<Operation>(), new HashSet<(string, string)>());
        var news = rehearsals
            .Select(r => r with { Operations = [.. r.Operations.Where(operations.Add)], States = [.. r.States.Where(states.Add)] })
            .ToList();
        return InTurns([.. news.SelectMany(Passing)], [.. new Refusals(news).Cases()], [.. new DeathPlan(machine, news).Cases()]);
    }

    // Whoever watches sees some of each kind soon.
    private static IReadOnlyList<FaultCase> InTurns(params IReadOnlyList<FaultCase>[] kinds) =>
        [.. Enumerable.Range(0, kinds.Max(k => k.Count)).SelectMany(i => kinds.Where(k => k.Count > i).Select(k => k[i]))];

    private static IEnumerable<FaultCase> Passing(Rehearsal rehearsal)
    {
        if (rehearsal.Operations.Count == 0)
            yield break;
        yield return Case(rehearsal, "500", Columns.Broken, rehearsal.Operations, o => o.ToFault(FaultKind.Error, 1));
        foreach (var (batch, number) in Batches(rehearsal.Operations).Select((b, i) => (b, i + 1)))
            yield return Case(
                rehearsal,
                $"throttled {number}",
                Columns.Throttled,
                batch,
                o => o.ToFault(FaultKind.Throttle, o.Step is null ? InARowOfStateMachine : InARow)
            );
        // Losing the answer of a call that changes nothing is the same as an error.
        foreach (
            var (whose, changing) in rehearsal
                .Operations.Where(o => o.Changes)
                .GroupBy(o => o.Step is null ? "state machines" : "steps")
                .Select(g => (g.Key, g))
        )
            yield return Case(rehearsal, $"lost {whose}", Columns.Lost, [.. changing], o => o.ToFault(FaultKind.ReplyLost, 1)) with
            {
                MayNotifyTwice = changing.Any(o => o.Service == "sns"),
            };
    }

    // The state machines' own calls are a batch of their own: they cost the same retries.
    private static IEnumerable<IReadOnlyList<Operation>> Batches(IReadOnlyList<Operation> operations)
    {
        var bySteps = operations
            .Where(o => o.Step is not null)
            .GroupBy(o => o.Step)
            .Select(g => g.Chunk(g.Key is "CheckInfrastructure" or "RevertChange" ? OperationsOfManyItems : OperationsOfAStep).ToList())
            .ToList();
        for (var i = 0; bySteps.Any(chunks => chunks.Count > i); i++)
            yield return [.. bySteps.Where(chunks => chunks.Count > i).SelectMany(chunks => chunks[i])];
        if (operations.Any(o => o.Step is null))
            yield return [.. operations.Where(o => o.Step is null)];
    }

    private static FaultCase Case(
        Rehearsal rehearsal,
        string name,
        string column,
        IReadOnlyList<Operation> operations,
        Func<Operation, Fault> fault
    ) =>
        new()
        {
            Name = $"{name}, {rehearsal.Result.Case.Name}",
            Cells = [.. operations.Select(o => o.ToKind()).Distinct().Select(kind => new Cell(Tables.Calls, kind, column))],
            Broken = rehearsal.Result.Case.Broken,
            Deaths = rehearsal.Result.Case.Deaths,
            Faults = [.. operations.Select(fault)],
            Expected = [rehearsal.Result.Ending],
            Rehearsed = new Rehearsed(rehearsal.Result.Ending, rehearsal.Result.Changes),
        };
}

internal static class Tables
{
    public const string Calls = "Calls";
    public const string States = "States";
}

internal static class Columns
{
    public const string Throttled = "throttled in a row";
    public const string Broken = "500";
    public const string Lost = "reply lost";
    public const string Refused = "refused for good";
    public const string Dies = "the execution dies there";
}
