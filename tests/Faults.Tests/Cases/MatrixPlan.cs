using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The cells of the matrix, made of what the rehearsals showed. Each call is struck in the release that shows it first: in the good
/// one, else in one that is rolled back, else in one that is rejected. Not every pair has a case of its own:
/// <list type="bullet">
/// <item>a single throttling or error is what an SDK retries by itself, so one release meets it at every call of its kind;</item>
/// <item>losing the answer of a call that only reads is such an error;</item>
/// <item>the reads of a step are throttled together: whichever it is, the state machine must deliver the step again;</item>
/// <item>a call that is refused in a step that changes nothing fails the same way as any other in it: one of them is struck;</item>
/// <item>the guardian sees only how an execution ended, so the states are aborted and timed out in turn.</item>
/// </list>
/// </summary>
internal sealed class MatrixPlan(ReleaseMachine machine, IReadOnlyList<Rehearsal> rehearsals)
{
    private const string Throttled = "throttled in a row";
    private const string Lost = "reply lost";
    private const string Refused = "refused for good";

    // More than an SDK retries by itself, so that the state machine has to. Nothing retries the state machine's own calls below it.
    private const int InARow = 4;
    private const int InARowOfStateMachine = 2;

    private readonly Definition _release = Definition.Read("release");

    public IReadOnlyList<FaultCase> Cases()
    {
        var (operations, states) = (new HashSet<Operation>(), new HashSet<(string, string)>());
        return [.. rehearsals.SelectMany(r => CasesOf(r, [.. r.Operations.Where(operations.Add)], [.. r.States.Where(states.Add)]))];
    }

    private IEnumerable<FaultCase> CasesOf(Rehearsal rehearsal, IReadOnlyList<Operation> operations, IReadOnlyList<(string StateMachine, string State)> states)
    {
        if (operations.Count == 0)
            yield break;
        foreach (var (column, kind) in new[] { ("throttled once", FaultKind.Throttle), ("500", FaultKind.Error) })
            yield return Case(rehearsal, $"Every call of a release that is {rehearsal.Result.Ending.InWords()}", column, rehearsal.Result.Ending, [.. operations.Select(o => FaultOf(o, kind, 1))]);
        foreach (var step in operations.Where(o => o.Step is not null).GroupBy(o => o.Step!))
            foreach (var @case in OfStep(rehearsal, step.Key, [.. step]))
                yield return @case;
        foreach (var operation in operations.Where(o => o.Step is null))
            foreach (var @case in OfStateMachine(rehearsal, operation))
                yield return @case;
        for (var i = 0; i < states.Count; i++)
            yield return Death(rehearsal, states[i], i % 2 == 0 ? "ABORTED" : "TIMED_OUT");
    }

    private IEnumerable<FaultCase> OfStep(Rehearsal rehearsal, string step, IReadOnlyList<Operation> operations)
    {
        var (changes, reads) = (operations.Where(o => o.Changes).ToList(), operations.Where(o => !o.Changes).ToList());
        foreach (var change in changes)
        {
            yield return Case(rehearsal, change.ToString(), Throttled, rehearsal.Result.Ending, [FaultOf(change, FaultKind.Throttle, InARow)]);
            yield return Case(rehearsal, change.ToString(), Lost, rehearsal.Result.Ending, [FaultOf(change, FaultKind.ReplyLost, 1)]);
        }

        if (reads.Count > 0)
            yield return Case(rehearsal, $"{step}, all that it reads", Throttled, rehearsal.Result.Ending, [.. reads.Select(r => FaultOf(r, FaultKind.Throttle, InARow))]);
        foreach (var refused in changes.Count > 0 ? operations : operations.Take(1))
            yield return Case(rehearsal, refused.ToString(), Refused, EndingWithout(step, rehearsal.Result.Ending), [FaultOf(refused, FaultKind.Refused, int.MaxValue)]);
    }

    private IEnumerable<FaultCase> OfStateMachine(Rehearsal rehearsal, Operation operation)
    {
        var ending = operation.Invoked is { } step ? EndingWithout(step, rehearsal.Result.Ending) : EndingWithoutService(operation, rehearsal.Result.Ending);
        yield return Case(rehearsal, operation.ToString(), Throttled, rehearsal.Result.Ending, [FaultOf(operation, FaultKind.Throttle, InARowOfStateMachine)]);
        yield return Case(rehearsal, operation.ToString(), Lost, rehearsal.Result.Ending, [FaultOf(operation, FaultKind.ReplyLost, 1)]) with { MayTellTwice = operation.Service == "sns" };
        yield return Case(rehearsal, operation.ToString(), Refused, ending, [FaultOf(operation, FaultKind.Refused, int.MaxValue)]) with { IsTold = operation.Service != "sns" };
    }

    private static FaultCase Case(Rehearsal rehearsal, string row, string column, Ending ending, IReadOnlyList<Fault> faults) =>
        new() { Table = "Calls", Row = row, Column = column, Broken = rehearsal.Broken, Faults = faults, Expected = ending };

    // A step that can never do its work fails the release at its place; one of the way back leaves the rollback unproven.
    private Ending EndingWithout(string step, Ending otherwise) => _release.AfterFailureOf(step) switch
    {
        null => Ending.RollbackFailed,
        "RollBack" => Ending.RolledBack,
        { } next when next.StartsWith("Reject", StringComparison.Ordinal) => Ending.Rejected,
        _ => otherwise,
    };

    // Neither a message nor an event decides about a release.
    private static Ending EndingWithoutService(Operation operation, Ending otherwise) => operation.Service == "states" ? Ending.RollbackFailed : otherwise;

    private FaultCase Death(Rehearsal rehearsal, (string StateMachine, string State) at, string status) => new()
    {
        Table = "States",
        Row = $"{(at.StateMachine == machine.ReleaseStateMachineArn ? "release" : "rollback")}, {at.State}",
        Column = status == "ABORTED" ? "aborted" : "timed out",
        Broken = rehearsal.Broken,
        Death = new Death(at.StateMachine, at.State, status),
        Expected = Ending.RolledBack,
    };

    private static Fault FaultOf(Operation operation, FaultKind kind, int times) => new()
    {
        Service = operation.Service,
        Operation = operation.Name,
        Kind = kind,
        Times = times,
        Caller = operation.Step is { } step ? $"{ReleaseStack.NameFor("development")}-{step}" : Operation.StateMachines,
        Resource = operation.Invoked is { } invoked ? $"-{invoked}/" : null,
    };
}
