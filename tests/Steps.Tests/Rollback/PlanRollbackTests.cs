using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class PlanRollbackTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_phases_go_backwards_so_that_users_get_the_old_versions_first()
    {
        _world.HasFunction("orders");
        await _world.ShiftAsync(Shop.Request(_world.Function("orders") with { MemorySize = 512 }, _world.Function("added", "first code")));

        var groups = (await _world.PlanRollbackAsync()).Groups;

        Assert.Equal(
            [JournalPhase.Traffic, JournalPhase.Functions, JournalPhase.Functions, JournalPhase.Adoption],
            groups.Select(g => g.Phase)
        );
        Assert.Equal(["JOURNAL#70#alias:added:live", "JOURNAL#70#alias:orders:live"], groups[0].Entries);
        Assert.Equal(["JOURNAL#50#function-code:orders", "JOURNAL#50#function:added"], groups[1].Entries);
        // After the code, which may have to make room for the old layers.
        Assert.Equal(["JOURNAL#50#function-configuration:orders"], groups[2].Entries);
        Assert.Equal(["JOURNAL#10#alias:orders:live", "JOURNAL#10#function-owner:orders"], groups[3].Entries);
    }

    [Fact]
    public async Task From_then_on_no_step_of_the_release_changes_anything_any_more()
    {
        await _world.HasLiveFunctionAsync();
        await _world.PublishAsync(Shop.Request(_world.Function()));

        var plan = await _world.PlanRollbackAsync();

        Assert.True(plan.Release.Token > _world.Release.Token);
        await Assert.ThrowsAsync<LockLostException>(() => _world.Get<Steps.Traffic.ShiftTrafficStep>().ShiftTraffic(_world.Stage(0)));
        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task What_the_state_machine_of_a_release_passes_on_is_understood()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        var input = new System.Text.Json.Nodes.JsonObject
        {
            ["release"] = System.Text.Json.JsonSerializer.SerializeToNode(_world.Release, ContractsJson.Default.ReleaseReference),
            ["error"] = new System.Text.Json.Nodes.JsonObject { ["Error"] = "SmokeTestFailedException", ["Cause"] = "the shop is closed" },
            ["AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"] = _world.Release.ExecutionArn,
        };

        var plan = await _world
            .Get<Steps.Rollback.PlanRollbackStep>()
            .PlanRollback(
                new PlanRollbackInput
                {
                    Request = input,
                    ExecutionName = "r1",
                    ExecutionArn = RolledBackRelease.Execution,
                }
            );

        Assert.Equal(new CaughtError("SmokeTestFailedException", "the shop is closed"), plan.Error);
        Assert.NotEmpty(plan.Groups);
    }

    [Fact]
    public async Task A_second_delivery_has_the_same_token_and_the_same_plan()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        var first = await _world.PlanRollbackAsync();

        // The answer of the first delivery got lost.
        var second = await _world.PlanRollbackAsync();

        Assert.Equal(first.Release, second.Release);
        Assert.Equal(first.Groups.SelectMany(g => g.Entries), second.Groups.SelectMany(g => g.Entries));
    }

    [Fact]
    public async Task A_second_rollback_waits_for_one_that_is_under_way()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        await _world.PlanRollbackAsync(execution: "arn:first");
        _world.Executions.Is("arn:first", Amazon.StepFunctions.ExecutionStatus.RUNNING);

        var error = await Assert.ThrowsAsync<ReleaseLockedException>(() => _world.PlanRollbackAsync(execution: "arn:second"));

        Assert.Equal("Release r1 of shop is being rolled back already, by arn:first.", error.Message);
    }

    [Fact]
    public async Task A_release_that_changed_nothing_needs_no_lock_that_another_one_holds()
    {
        await _world.Get<ReleaseLedger>().RegisterAsync(World.RecordOf(_world.Release, _world.Time.Now), _world.Release);
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2"));

        var report = await _world.RollBackAsync();

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        Assert.StartsWith(
            "Release r1 of shop to development failed before it changed anything. Nothing had to be restored.",
            report.Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ReleaseLockedException>(() => _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r3")));
    }

    [Fact]
    public async Task A_failed_rollback_that_a_person_tries_again_is_guarded_again()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        await _world.CompleteRollbackAsync(p => p with { RevertError = new CaughtError("States.Timeout", null) });
        await _world.Get<OpenReleases>().CloseAsync(_world.Release.ExecutionArn);

        await _world.PlanRollbackAsync(execution: "arn:again");

        Assert.NotNull(await _world.Get<OpenReleases>().FindAsync(_world.Release.ExecutionArn));
        Assert.Equal(ReleaseStatus.InProgress, (await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key))!.Status);
    }

    [Fact]
    public async Task A_release_that_was_rolled_back_is_not_rolled_back_again()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        await _world.RollBackAsync();
        _world.Lambda.HasAlias("orders", "2");

        var plan = await _world.PlanRollbackAsync(execution: "arn:again");

        Assert.Equal((ReleaseStatus.RolledBack, false), (plan.Report!.Status, plan.Notify));
        Assert.Empty(plan.Groups);
    }

    [Fact]
    public async Task Nothing_journaled_is_nothing_to_undo()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.Empty((await _world.PlanRollbackAsync()).Groups);
    }

    [Fact]
    public async Task A_release_that_has_succeeded_is_not_undone_by_its_own_late_failure()
    {
        await _world.HasLiveFunctionAsync();
        await _world.CompleteAsync(Shop.Request(_world.Function()));

        Assert.Empty((await _world.PlanRollbackAsync()).Groups);
    }
}
