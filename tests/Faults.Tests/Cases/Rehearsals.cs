using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>
/// Releases without faults, one for each way in which a release ends by itself. The calls that they make and the states that they
/// enter are what the matrix consists of: nobody has to list them by hand.
/// </summary>
internal sealed class Rehearsals(FaultMachine machine, LiveReader live, FaultLog log)
{
    public async Task<IReadOnlyList<Rehearsal>> RunAsync()
    {
        var run = new CaseRun(machine, live);
        var lane = await run.OpenLaneAsync("rehearsal-of");
        var rehearsals = new List<Rehearsal>();
        foreach (var @case in Cases())
        {
            machine.Host.Calls.Clear();
            var result = await run.RunAsync(@case, lane, $"rehearsal-{rehearsals.Count}");
            var operations = machine
                .Host.Calls.Snapshot()
                .Select(c => Operation.Of(c, machine.Stack.StackName))
                .OfType<Operation>()
                .Distinct()
                .ToList();
            log.Add(result);
            rehearsals.Add(new Rehearsal(result, operations, await StatesAsync(result)));
        }

        return rehearsals;
    }

    private IEnumerable<FaultCase> Cases() =>
        [
            Case("released", BrokenTest.None, Ending.Released),
            Case("rolled back", BrokenTest.EndToEnd, Ending.RolledBack),
            Case("rejected", BrokenTest.Artifact, Ending.Rejected),
            Case("rejected under the lock", BrokenTest.Plan, Ending.Rejected),
            Case("stopped", BrokenTest.None, Ending.RolledBack) with
            {
                Deaths = [new Death(machine.Machine.ReleaseStateMachineArn, "ValidateRelease", "ABORTED")],
            },
        ];

    private static FaultCase Case(string name, BrokenTest broken, Ending ends) =>
        new()
        {
            Name = name,
            Broken = broken,
            Expected = [ends],
        };

    // A state machine is identified by its ARN, a state by its name.
    private async Task<IReadOnlyList<(string StateMachine, string State)>> StatesAsync(CaseResult result)
    {
        var clients = machine.Machine.Clients.StepFunctions;
        var executions = new List<(string Machine, string Arn)> { (machine.Machine.ReleaseStateMachineArn, result.Execution.ExecutionArn) };
        foreach (
            var rollback in (
                await clients.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine.Machine.RollbackStateMachineArn })
            ).Executions
                ?? []
        )
            if (
                (
                    await clients.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = rollback.ExecutionArn })
                ).Input.Contains(result.Execution.ExecutionArn, StringComparison.Ordinal)
            )
                executions.Add((machine.Machine.RollbackStateMachineArn, rollback.ExecutionArn));
        var states = new List<(string, string)>();
        foreach (var (stateMachine, arn) in executions)
        {
            var history = await clients.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = arn,
                    MaxResults = 1000,
                    IncludeExecutionData = false,
                }
            );
            states.AddRange(
                history.Events.Select(e => e.StateEnteredEventDetails?.Name).OfType<string>().Distinct().Select(s => (stateMachine, s))
            );
        }

        return states;
    }
}

/// <param name="Operations">The distinct calls that it made.</param>
/// <param name="States">The states that it entered.</param>
internal sealed record Rehearsal(
    CaseResult Result,
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<(string StateMachine, string State)> States
)
{
    /// <summary>What the journal of a release must hold that is released all the same.</summary>
    public Rehearsed? ToReleased() => Result.Ending == Ending.Released ? new Rehearsed(Ending.Released, Result.Changes) : null;
}
