using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Faults.Tests.Cargo;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>Runs one case: a release that meets its fault, until nothing goes on any more, and a look at what it left.</summary>
internal sealed class CaseRun(FaultMachine machine, LiveReader live)
{
    // A healthy case ends in seconds; the slowest wait is that of the state machines' retries.
    private static readonly TimeSpan LongestExecution = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestAftermath = TimeSpan.FromSeconds(60);

    private IAmazonStepFunctions StepFunctions => machine.Machine.Clients.StepFunctions;

    public async Task<CaseResult> RunAsync(FaultCase @case, Lane lane, string id)
    {
        var started = TimeProvider.System.GetTimestamp();
        var cargo = await lane.LoadAsync(id);
        var before = await live.FunctionsAsync(cargo);
        var faults = @case.Faults.Select(f => f with { Concerning = id }).ToList();
        faults.ForEach(machine.Host.Faults.Add);
        foreach (var death in @case.Deaths)
            await machine.Host.AbortAtAsync(death.StateMachine, death.State, death.Status, concerning: id);

        var execution = await StartAsync(cargo, @case.Broken);
        await EndAsync(execution);
        await machine.Host.FlushAsync();
        await Polling.UntilAsync(() => IsOverAsync(cargo, execution), LongestAftermath);

        var notMet = faults.Where(f => machine.Host.Faults.Met(f) == 0).ToList();
        faults.ForEach(machine.Host.Faults.Remove);
        var result = new CaseResult
        {
            Case = @case,
            Cargo = cargo,
            Previous = lane.Live,
            Before = before,
            After = await live.FunctionsAsync(cargo),
            Execution = await DescribeAsync(execution),
            Record = await live.RecordAsync(cargo),
            Current = await live.CurrentAsync(cargo),
            Journal = await live.JournalAsync(cargo),
            Messages = await live.MessagesAsync(cargo),
            Probes = await live.ProbesAsync(cargo),
            LockHolder = await live.LockHolderAsync(cargo),
            IsOpen = await live.IsOpenAsync(execution),
            FaultsNotMet = notMet,
        };
        await lane.EndedAsync(cargo, result.Ending == Ending.Released);
        return result with { Took = TimeProvider.System.GetElapsedTime(started) };
    }

    /// <param name="name">Name of the execution; null means the release's id.</param>
    public async Task<string> StartAsync(FaultCargo cargo, BrokenTest broken, string? name = null) =>
        (await StepFunctions.StartExecutionAsync(new StartExecutionRequest
        {
            StateMachineArn = machine.Machine.ReleaseStateMachineArn,
            Name = name ?? cargo.Id,
            Input = cargo.ToRequest(broken).ToJsonString(),
        })).ExecutionArn;

    public Task EndAsync(string execution) =>
        Polling.UntilAsync(async () => (await DescribeAsync(execution)).Status != ExecutionStatus.RUNNING, LongestExecution);

    public Task<DescribeExecutionResponse> DescribeAsync(string execution) =>
        StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution });

    // What a dead execution leaves is tidied up by others, a little later.
    private async Task<bool> IsOverAsync(FaultCargo cargo, string execution)
    {
        var record = await live.RecordAsync(cargo);
        return (string?)record?["status"] != "InProgress" && !await live.IsOpenAsync(execution) && !await HasRollbackAsync(execution);
    }

    private async Task<bool> HasRollbackAsync(string execution)
    {
        var running = await StepFunctions.ListExecutionsAsync(new ListExecutionsRequest
        {
            StateMachineArn = machine.Machine.RollbackStateMachineArn,
            StatusFilter = ExecutionStatus.RUNNING,
        });
        foreach (var rollback in running.Executions ?? [])
            if ((await DescribeAsync(rollback.ExecutionArn)).Input.Contains(execution, StringComparison.Ordinal))
                return true;
        return false;
    }
}
