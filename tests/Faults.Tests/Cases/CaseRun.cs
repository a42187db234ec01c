using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>Runs one case: a release that meets its fault, until nothing goes on any more, and a look at what it left.</summary>
internal sealed class CaseRun(FaultMachine machine, LiveReader live)
{
    // A healthy case ends in seconds; the slowest waits are those of a busy machine.
    private static readonly TimeSpan LongestExecution = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LongestAftermath = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(4);

    private IAmazonStepFunctions StepFunctions => machine.Machine.Clients.StepFunctions;

    /// <summary>An application whose first release is live.</summary>
    public async Task<Lane> OpenLaneAsync(string application)
    {
        var lane = await Lane.OpenAsync(machine, application);
        var first = new FaultCase { Name = "first release", Expected = [Ending.Released] };
        Assert.Empty(Promises.FindBroken(await RunAsync(first, lane, $"{application}-1")));
        return lane;
    }

    public async Task<CaseResult> RunAsync(FaultCase @case, Lane lane, string id)
    {
        var started = TimeProvider.System.GetTimestamp();
        var workload = await lane.LoadAsync(id);
        var before = await live.StateAsync(workload);
        var faults = @case.Faults.Select(f => Bind(f, id)).ToList();
        faults.ForEach(machine.Host.Faults.Add);
        foreach (var death in @case.Deaths)
            if (death.State is { } state)
                await machine.Host.AbortAtAsync(death.StateMachine, state, death.Status, concerning: id);

        var execution = await StartAsync(workload, @case.Broken);
        await EndAsync(execution);
        await machine.Host.FlushAsync();
        await FollowAsync(@case, workload, execution);

        var notMet = FindNotMet(faults);
        faults.ForEach(machine.Host.Faults.Remove);
        var result = new CaseResult
        {
            Case = @case,
            Workload = workload,
            Previous = lane.Live,
            Before = before,
            After = await live.StateAsync(workload),
            Execution = await DescribeAsync(execution),
            Record = await live.RecordAsync(workload),
            Current = await live.CurrentAsync(workload),
            Journal = await live.JournalAsync(workload),
            Messages = await live.MessagesAsync(workload),
            Probes = await live.ProbesAsync(workload),
            LockHolder = await live.LockHolderAsync(workload),
            IsOpen = await live.IsOpenAsync(execution),
            FaultsNotMet = notMet,
        };
        await lane.EndedAsync(workload, result.Ending == Ending.Released);
        return result with { Took = TimeProvider.System.GetElapsedTime(started) };
    }

    /// <param name="name">Name of the execution; null means the release's id.</param>
    public async Task<string> StartAsync(FaultWorkload workload, BrokenTest broken, string? name = null) =>
        (
            await StepFunctions.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = machine.Machine.ReleaseStateMachineArn,
                    Name = name ?? workload.Id,
                    Input = workload.ToRequest(broken).ToJsonString(),
                }
            )
        ).ExecutionArn;

    public Task EndAsync(string execution) =>
        Polling.UntilAsync(async () => (await DescribeAsync(execution)).Status != ExecutionStatus.RUNNING, LongestExecution);

    public Task<DescribeExecutionResponse> DescribeAsync(string execution) =>
        StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution });

    // What a dead execution leaves is tidied up by others, a little later; a sweep finds what the events of its death missed.
    private async Task FollowAsync(FaultCase @case, FaultWorkload workload, string execution)
    {
        using var late = new CancellationTokenSource(LongestAftermath, TimeProvider.System);
        while (!await Polling.UntilAsync(() => IsOverAsync(@case, workload, execution), BetweenSweeps) && !late.IsCancellationRequested)
            await machine.SweepAsync();
    }

    private async Task<bool> IsOverAsync(FaultCase @case, FaultWorkload workload, string execution)
    {
        var record = await live.RecordAsync(workload);
        if (record is null && @case.Deaths.Count > 0 && (await live.MessagesAsync(workload)).Count == 0)
            return false;
        return (string?)record?["status"] != "InProgress" && !await live.IsOpenAsync(execution) && !await HasRollbackAsync(execution);
    }

    public static bool IsOfGuardian(Fault fault) => fault.Caller?.EndsWith("-GuardRelease", StringComparison.Ordinal) == true;

    // The guardian looks after all releases at once, whichever one's death it hears of; only its calls about executions name one.
    private static Fault Bind(Fault fault, string id) =>
        IsOfGuardian(fault) && fault.Service != "states" ? fault : fault with { Concerning = id };

    // Which of its calls the guardian makes depends on who comes first: it, or the end of the rollback itself.
    private List<Fault> FindNotMet(IReadOnlyList<Fault> faults)
    {
        var notMet = faults.Where(f => machine.Host.Faults.HitCount(f) == 0).ToList();
        if (faults.Any(f => IsOfGuardian(f) && !notMet.Contains(f)))
            notMet.RemoveAll(IsOfGuardian);
        return notMet;
    }

    private async Task<bool> HasRollbackAsync(string execution)
    {
        var running = await StepFunctions.ListExecutionsAsync(
            new ListExecutionsRequest { StateMachineArn = machine.Machine.RollbackStateMachineArn, StatusFilter = ExecutionStatus.RUNNING }
        );
        foreach (var rollback in running.Executions ?? [])
            if ((await DescribeAsync(rollback.ExecutionArn)).Input.Contains(execution, StringComparison.Ordinal))
                return true;
        return false;
    }
}
