using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Faults.Tests.Cases;
using CodeRipple.Workflow.Faults.Tests.Live;
using CodeRipple.Workflow.Faults.Tests.Running;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests;

/// <summary>
/// A step that has journaled its change and hangs, while its release dies or fails elsewhere and is restored. What it changes at last
/// must not stay.
/// </summary>
[Collection(FaultMachines.Meetings)]
[Trait("Category", "Faults")]
public sealed class LateSteps(FaultMachine machine)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly CaseRun _run = new(machine, new LiveReader(machine));

    /// <param name="step">Whose call hangs.</param>
    /// <param name="goesOn">
    /// The step of the rollback that has ended when the call goes on. Where there is a revision it may be the one with the last look;
    /// where there is none the rollback has the lock, and has not looked at the resource yet: for how long it waits depends on the time.
    /// </param>
    [Theory]
    [InlineData("alias", "ShiftTraffic", "lambda", "UpdateAlias", "VerifyRollback")]
    [InlineData("settings", "UpdateConfiguration", "lambda", "UpdateFunctionConfiguration", "VerifyRollback")]
    [InlineData("creation", "CreateFunction", "lambda", "CreateFunction", "PlanRollback")]
    [InlineData("rule", "RouteApi", "events", "PutTargets", "PlanRollback")]
    [InlineData("alarm", "ConfigureMonitoring", "cloudwatch", "PutMetricAlarm", "PlanRollback")]
    public async Task A_change_that_comes_after_its_release_was_stopped_and_rolled_back_does_not_stay(
        string application,
        string step,
        string service,
        string operation,
        string goesOn
    )
    {
        var (id, lane) = ($"late-{application}-2", await _run.OpenLaneAsync($"late-{application}"));
        var late = Hold(id, step, service, operation);
        var look = goesOn == "VerifyRollback" ? null : HoldRead(id);
        var running = _run.RunAsync(
            Case() with
            {
                Deaths = [new Death(machine.Machine.ReleaseStateMachineArn, State: null, "ABORTED")],
            },
            lane,
            id
        );
        await MetAsync(late);

        var stopped = TimeProvider.System.GetUtcNow();
        await machine.Machine.Clients.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = machine.Machine.ExecutionArn(id) }
        );
        await AssertOldAsync(running, late, look, goesOn, stopped);
    }

    [Fact]
    public async Task A_change_of_one_function_that_comes_after_another_one_failed_and_all_was_restored_does_not_stay()
    {
        var (id, lane) = ("late-sibling-2", await _run.OpenLaneAsync("late-sibling"));
        var late = Hold(id, "UpdateCode", "lambda", "UpdateFunctionCode", "-updated/");
        var meanwhile = Hold(id, "UpdateConfiguration", "lambda", "UpdateFunctionConfiguration", "-adopted-");
        var refused = new Fault
        {
            Service = "lambda",
            Operation = "UpdateFunctionCode",
            Kind = FaultKind.AccessDenied,
            Caller = $"{machine.Stack.StackName}-UpdateCode",
            Resource = "-adopted-",
            Concerning = id,
        };
        machine.Host.Faults.Add(refused);
        var running = _run.RunAsync(Case(), lane, id);
        await MetAsync(late);
        await MetAsync(meanwhile);

        var failed = TimeProvider.System.GetUtcNow();
        machine.Host.Faults.Remove(meanwhile);
        await AssertOldAsync(running, late, look: null, "VerifyRollback", failed);
        Assert.Equal(1, machine.Host.Faults.HitCount(refused));
        machine.Host.Faults.Remove(refused);
    }

    private static FaultCase Case() => new() { Name = "late", Expected = [Ending.RolledBack] };

    private Fault Hold(string id, string step, string service, string operation, string? resource = null)
    {
        var held = new Fault
        {
            Service = service,
            Operation = operation,
            Kind = FaultKind.Delayed,
            Caller = $"{machine.Stack.StackName}-{step}",
            Resource = resource,
            Concerning = id,
        };
        machine.Host.Faults.Add(held);
        return held;
    }

    /// <summary>Keeps the rollback from looking at any resource.</summary>
    private Fault HoldRead(string id)
    {
        var held = new Operation(null, "lambda", "Invoke", "RevertChange").ToFault(FaultKind.Delayed, int.MaxValue) with
        {
            Concerning = id,
        };
        machine.Host.Faults.Add(held);
        return held;
    }

    private async Task AssertOldAsync(Task<CaseResult> running, Fault late, Fault? look, string goesOn, DateTimeOffset since)
    {
        await UntilAsync(
            () => machine.Host.Calls.Snapshot().Any(c => c.At >= since && Operation.Of(c, machine.Stack.StackName)?.Invoked == goesOn),
            $"{goesOn} answers"
        );
        Assert.False(running.IsCompleted);
        machine.Host.Faults.Remove(late);
        await UntilAsync(() => FindAnswer(late, since) is not null, $"{late.Operation} is answered");

        Assert.Equal(look is null, FindAnswer(late, since)!.Status >= 400);
        if (look is not null)
            machine.Host.Faults.Remove(look);

        Assert.Empty(Promises.FindBroken(await running));
    }

    private RecordedCall? FindAnswer(Fault late, DateTimeOffset since) =>
        machine
            .Host.Calls.Snapshot()
            .FirstOrDefault(c =>
                c.At < since && c.Fault == nameof(FaultKind.Delayed) && c.Operation == late.Operation && c.Caller == late.Caller
            );

    private Task MetAsync(Fault fault) =>
        UntilAsync(() => machine.Host.Faults.HitCount(fault) > 0, $"{fault.Caller} calls {fault.Operation}");

    private static async Task UntilAsync(Func<bool> isSo, string what) =>
        Assert.True(await Polling.UntilAsync(() => Task.FromResult(isSo()), Limit), $"Waited {Limit} until {what}");
}
