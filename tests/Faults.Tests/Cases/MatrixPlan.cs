using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The cells of the matrix, made of what the rehearsals showed. Each call is struck in the release that shows it first: in the good
/// one, else in one that is rolled back, and so on. Which release has which faults follows from what they can do:
/// <list type="bullet">
/// <item>a call that is throttled, fails or loses its answer must not stop a release, so every step's calls of an operation meet it in
/// the same release, and a single one, which an SDK retries by itself, all calls;</item>
/// <item>losing the answer of a call that only reads is such a single failure;</item>
/// <item>a call that is refused decides how the release ends, so each step's call has a release of its own; of the calls of a step
/// that changes nothing, and of the steps in one Map or Parallel state, which end alike, one;</item>
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
        var ending = rehearsal.Result.Ending;
        foreach (var (column, kind) in new[] { ("throttled once", FaultKind.Throttle), ("500", FaultKind.Error) })
            yield return Case(rehearsal, $"every call of a release that is {rehearsal.Result.Case.Row}", column, ending, [.. operations.Select(o => FaultOf(o, kind, 1))]);
        foreach (var operation in operations.GroupBy(o => o.ToKind()))
        {
            yield return Case(rehearsal, operation.Key, Throttled, ending, [.. operation.Select(o => FaultOf(o, FaultKind.Throttle, o.Step is null ? InARowOfStateMachine : InARow))]);
            if (operation.First().Changes)
                yield return Case(rehearsal, operation.Key, Lost, ending, [.. operation.Select(o => FaultOf(o, FaultKind.ReplyLost, 1))]) with { MayTellTwice = operation.First().Service == "sns" };
        }

        foreach (var refused in OnesToRefuse(operations))
            yield return Case(rehearsal, refused.ToString(), Refused, EndingWithout(refused, ending), [FaultOf(refused, FaultKind.Refused, int.MaxValue)]) with { IsTold = refused.Service != "sns" };
        for (var i = 0; i < states.Count; i++)
            yield return Death(rehearsal, states[i], i % 2 == 0 ? "ABORTED" : "TIMED_OUT");
    }

    private IEnumerable<Operation> OnesToRefuse(IReadOnlyList<Operation> operations)
    {
        foreach (var step in operations.Where(o => o.Step is not null).GroupBy(o => o.Step))
            foreach (var operation in step.Any(o => o.Changes) ? step.Where(o => o.Changes) : step.Take(1))
                yield return operation;
        foreach (var place in operations.Where(o => o.Invoked is not null).GroupBy(o => _release.OutermostOf(o.Invoked!) ?? o.Invoked))
            yield return place.Last();
        foreach (var operation in operations.Where(o => o is { Step: null, Invoked: null }))
            yield return operation;
    }

    private static FaultCase Case(Rehearsal rehearsal, string row, string column, Ending ending, IReadOnlyList<Fault> faults) =>
        new() { Table = "Calls", Row = row, Column = column, Broken = rehearsal.Result.Case.Broken, Deaths = rehearsal.Result.Case.Deaths, Faults = faults, Expected = ending };

    private Ending EndingWithout(Operation operation, Ending otherwise) => operation switch
    {
        // Neither a message nor an event decides about a release; without its rollback it is not put back.
        { Step: null, Invoked: null } => operation.Service == "states" ? Ending.RollbackFailed : otherwise,
        // A step that can never do its work fails the release at its place; one of the way back leaves the rollback unproven.
        _ => _release.AfterFailureOf(operation.Step ?? operation.Invoked!) switch
        {
            null => Ending.RollbackFailed,
            "RollBack" => Ending.RolledBack,
            { } next when next.StartsWith("Reject", StringComparison.Ordinal) => Ending.Rejected,
            _ => otherwise,
        },
    };

    private FaultCase Death(Rehearsal rehearsal, (string StateMachine, string State) at, string status) => new()
    {
        Table = "States",
        Row = $"{(at.StateMachine == machine.ReleaseStateMachineArn ? "release" : "rollback")}, {at.State}",
        Column = status == "ABORTED" ? "aborted" : "timed out",
        Broken = rehearsal.Result.Case.Broken,
        Deaths = [.. rehearsal.Result.Case.Deaths, new Death(at.StateMachine, at.State, status)],
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
