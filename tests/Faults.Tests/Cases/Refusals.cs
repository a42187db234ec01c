using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// Calls that are refused for good. Each step meets it once, in a call that changes something where it has one, and each kind of call
/// at least once. Refusals that do not decide how a release ends, and those whose result is a list, meet the same release.
/// </summary>
internal sealed class Refusals(IReadOnlyList<Rehearsal> rehearsals)
{
    // One refusal ends such an execution of a rollback, and the guardian starts another one.
    private static readonly string[] StopsTheRollback = ["PlanRollback"];

    // Its asynchronous invocation is tried three times; after that the next sweep finds what it left.
    private const int GuardiansAttempts = 3;

    // What a release machine need not be allowed to read: the plan says that it could not look there.
    private static readonly string[] Optional =
    [
        "apigateway:GetApis",
        "lambda:ListFunctionUrlConfigs",
        "states:DescribeStateMachine",
        "states:ListStateMachines",
    ];

    private readonly Definition _release = Definition.Read("release");

    public IEnumerable<FaultCase> Cases()
    {
        var chosen = Choose();
        foreach (var step in chosen.Where(c => c.Operation.Step is "CheckInfrastructure" or "RevertChange").GroupBy(c => c.Operation.Step))
        {
            // Every other one: a refused call keeps those from being made that need its answer, and these are of the same service.
            var (writes, reads) = (step.Where(c => IsOfLedger(c.Operation)).ToList(), step.Where(c => !IsOfLedger(c.Operation)).ToList());
            foreach (
                var (batch, number) in new[] { writes, [.. reads.Where((_, i) => i % 2 == 0)], [.. reads.Where((_, i) => i % 2 == 1)] }
                    .Where(b => b.Count > 0)
                    .Select((b, i) => (b, i + 1))
            )
                yield return Case(batch[0].Rehearsal, [.. batch.Select(c => c.Operation)], $"{step.Key}, its calls {number}");
        }

        foreach (var (rehearsal, operation) in chosen.Where(c => c.Operation.Step is not ("CheckInfrastructure" or "RevertChange")))
            yield return Case(rehearsal, [operation], operation.ToString());
    }

    private List<(Rehearsal Rehearsal, Operation Operation)> Choose()
    {
        // Not in the order of the calls: that depends on what runs side by side.
        var all = rehearsals
            .SelectMany(r => r.Operations.OrderBy(o => o.ToString(), StringComparer.Ordinal).Select(o => (Rehearsal: r, Operation: o)))
            .ToList();
        var (chosen, kinds) = (new List<(Rehearsal Rehearsal, Operation Operation)>(), new HashSet<string>());
        foreach (var step in all.Where(c => c.Operation.Step is not null).GroupBy(c => c.Operation.Step))
            Take([
                .. step.OrderByDescending(c => c.Operation.Changes)
                    .ThenBy(c => c.Operation.IsOfMachine)
                    .ThenBy(c => kinds.Contains(c.Operation.ToKind()))
                    .Take(1),
            ]);
        // The state machine's call of a step: one for each place where its failure points to.
        foreach (var place in all.Where(c => c.Operation.Invoked is not null).GroupBy(c => _release.AfterFailureOf(c.Operation.Invoked!)))
            Take([place.First()]);
        // A release that is rejected is soon over, so these steps come first; refused checks are the slowest to fail.
        foreach (
            var candidate in all.Where(c => c.Operation.Invoked is null)
                .OrderBy(c => !IsBeforeChanges(c.Operation))
                .ThenBy(c => c.Operation.Step == "CheckInfrastructure")
        )
            if (candidate.Operation.Step is null || !kinds.Contains(candidate.Operation.ToKind()))
                Take([candidate]);
        return chosen;

        void Take(IReadOnlyList<(Rehearsal Rehearsal, Operation Operation)> taken)
        {
            chosen.AddRange(taken);
            kinds.UnionWith(taken.Select(t => t.Operation.ToKind()));
        }
    }

    private FaultCase Case(Rehearsal rehearsal, IReadOnlyList<Operation> operations, string name)
    {
        var first = operations[0];
        return new FaultCase
        {
            Name = $"refused: {name}",
            Cells =
            [
                .. operations.Select(o => new Cell(Tables.Calls, o.ToKind(), Columns.Refused, o.Step ?? o.Invoked ?? "state machine")),
            ],
            Broken = rehearsal.Result.Case.Broken,
            Deaths = rehearsal.Result.Case.Deaths,
            Faults = [.. operations.Select(o => o.ToFault(FaultKind.AccessDenied, TimesOf(o)))],
            Expected = EndingsWithout(first, rehearsal.Result.Ending),
            Rehearsed = rehearsal.ToReleased(),
            IsNotified = first.Service != "sns",
            LosesRollback =
                first is { Step: null, Service: "states" }
                || StopsTheRollback.Contains(first.Step ?? first.Invoked)
                || (first.Step ?? first.Invoked) == "CompleteRollback",
        };
    }

    private bool IsBeforeChanges(Operation operation) =>
        operation.Step is { } step && _release.AfterFailureOf(step)?.StartsWith("Reject", StringComparison.Ordinal) == true;

    private static bool IsOfLedger(Operation operation) => operation is { IsOfMachine: true, Changes: true };

    private static int TimesOf(Operation operation) =>
        (operation.Step ?? operation.Invoked) switch
        {
            "GuardRelease" => GuardiansAttempts,
            { } step when StopsTheRollback.Contains(step) => 1,
            _ => int.MaxValue,
        };

    private Ending[] EndingsWithout(Operation operation, Ending otherwise) =>
        (operation.Step ?? operation.Invoked) switch
        {
            // Neither a message nor an event nor the bookkeeping behind them decides about a release; a rollback that cannot be started is
            // the guardian's.
            null => [otherwise],
            "PlanRelease" when Optional.Contains(operation.ToKind()) => [otherwise],
            // What could not be checked before the release is not blamed on it; of what it creates there is no before.
            "CheckInfrastructure" => [Ending.Released, Ending.RolledBack],
            "GuardRelease" or "PlanRollback" => [otherwise],
            // Without a record nothing has to be written down; else the guardian ends it.
            "RejectRelease" => [Ending.Rejected, Ending.RolledBack],
            // A step that can never do its work fails the release at its place; one of a rollback leaves the rollback unproven.
            { } step => _release.AfterFailureOf(step) switch
            {
                null => [Ending.RollbackFailed],
                "RollBack" => [Ending.RolledBack],
                { } next when next.StartsWith("Reject", StringComparison.Ordinal) => [Ending.Rejected],
                _ => [otherwise],
            },
        };
}
