using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// The cells of the matrix. Each operation is struck in the release that shows it first: in the good one, else in one that is rolled
/// back, else in one that is rejected.
/// </summary>
internal sealed class MatrixPlan(ReleaseMachine machine, IReadOnlyList<Rehearsal> rehearsals)
{
    public const string Operations = "Operations";
    public const string States = "States";

    public const string OneByOne = "each throttled once";
    public const string Throttled = "throttled in a row";
    public const string Broken = "500";
    public const string Lost = "reply lost";
    public const string Refused = "refused for good";

    // More than an SDK retries by itself, so that the state machine has to. Of the state machine's own calls there is no such retry.
    private const int InARow = 4;
    private const int InARowOfStateMachine = 2;

    private readonly Definition _release = Definition.Read("release");

    public IReadOnlyList<FaultCase> Cases() => [.. OfOperations(), .. OfStates()];

    private IEnumerable<FaultCase> OfOperations()
    {
        var seen = new HashSet<Operation>();
        foreach (var rehearsal in rehearsals)
        {
            var fresh = rehearsal.Operations.Where(seen.Add).ToList();
            foreach (var operation in fresh)
                foreach (var (column, fault) in FaultsFor(operation))
                    yield return Case(rehearsal, operation, column, [fault]);
            foreach (var step in fresh.Where(o => o.Step is not null).GroupBy(o => o.Step))
                yield return Case(rehearsal, step.First(), OneByOne, [.. step.Select(o => FaultOf(o, FaultKind.Throttle, 1))]) with { Row = $"{step.Key}, all its calls" };
        }
    }

    private static IEnumerable<(string Column, Fault Fault)> FaultsFor(Operation operation)
    {
        yield return (Throttled, FaultOf(operation, FaultKind.Throttle, operation.Step is null ? InARowOfStateMachine : InARow));
        yield return (Broken, FaultOf(operation, FaultKind.Error, 1));
        if (operation.Changes)
            yield return (Lost, FaultOf(operation, FaultKind.ReplyLost, 1));
        yield return (Refused, FaultOf(operation, FaultKind.Refused, int.MaxValue));
    }

    private FaultCase Case(Rehearsal rehearsal, Operation operation, string column, IReadOnlyList<Fault> faults)
    {
        var isRefused = column == Refused;
        return new FaultCase
        {
            Table = Operations,
            Row = operation.ToString(),
            Column = column,
            Broken = rehearsal.Broken,
            Faults = faults,
            Expected = isRefused && operation.Place is { } step ? EndingWithout(step, rehearsal.Result.Ending) : rehearsal.Result.Ending,
            IsTold = !(isRefused && operation is { Step: null, Service: "sns" }),
        };
    }

    // A step that can never do its work fails the release at its place; one of the way back leaves the rollback unproven.
    private Ending EndingWithout(string step, Ending otherwise) => _release.AfterFailureOf(step) switch
    {
        null => Ending.RollbackFailed,
        "RollBack" => Ending.RolledBack,
        { } next when next.StartsWith("Reject", StringComparison.Ordinal) => Ending.Rejected,
        _ => otherwise,
    };

    private IEnumerable<FaultCase> OfStates()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var rehearsal in rehearsals)
            foreach (var (stateMachine, state) in rehearsal.States.Where(seen.Add))
                foreach (var status in new[] { "ABORTED", "TIMED_OUT" })
                    yield return new FaultCase
                    {
                        Table = States,
                        Row = $"{(stateMachine == machine.ReleaseStateMachineArn ? "release" : "rollback")}, {state}",
                        Column = status == "ABORTED" ? "aborted" : "timed out",
                        Broken = rehearsal.Broken,
                        Death = new Death(stateMachine, state, status),
                        Expected = Ending.RolledBack,
                    };
    }

    private static Fault FaultOf(Operation operation, FaultKind kind, int times) => new()
    {
        Service = operation.Service,
        Operation = operation.Name,
        Kind = kind,
        Times = times,
        Caller = operation.Step is { } step ? $"{Cli.Stacks.ReleaseStack.NameFor("development")}-{step}" : "states",
        Resource = operation.Invoked,
    };
}
