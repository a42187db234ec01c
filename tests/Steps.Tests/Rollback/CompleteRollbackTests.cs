using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class CompleteRollbackTests : IDisposable
{
    private readonly World _world = new();

    private ReleaseLedger Ledger => _world.Get<ReleaseLedger>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Everything_restored_and_tested_is_a_rollback()
    {
        await ShiftAsync("r1");
        await _world.RevertAsync();
        var verification = await _world.VerifyAsync();

        var report = await _world.CompleteRollbackAsync(p => p with { Verification = verification });

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        var record = await Ledger.FindRecordAsync(_world.Release);
        Assert.Equal((ReleaseStatus.RolledBack, "the shop is closed", _world.Time.Now), (record!.Status, record.Failure, record.EndedAt));
        Assert.Equal(["function-code:orders", "alias:orders:live"], record.Restored);
        Assert.Equal(("Release Rolled Back", "the shop is closed"), (report.Event.Type, report.Event.Detail.Failure));
        Assert.Empty(record.NotRestored);
        Assert.Equal(2, await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task One_thing_that_is_not_restored_is_a_failed_rollback()
    {
        await ShiftAsync("r1");

        var report = await _world.CompleteRollbackAsync(p => p with
        {
            Verification = [new RevertResult("alias:orders:live", "restored"), new RevertResult("function-code:orders", "not restored", "access denied")],
        });

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.Equal("Rollback Failed", report.Event.Type);
        Assert.Equal(["alias:orders:live"], report.Restored);
        Assert.Equal(["function-code:orders: access denied"], report.NotRestored);
        Assert.Equal(ReleaseStatus.RollbackFailed, (await Ledger.FindRecordAsync(_world.Release))!.Status);
    }

    [Fact]
    public async Task Every_part_that_went_wrong_is_told()
    {
        await ShiftAsync("r1");
        static CaughtError Error(string message) => new("X", $$"""{"errorMessage":"{{message}}"}""");

        var report = await _world.CompleteRollbackAsync(p => p with
        {
            PlanError = Error("one"),
            RevertError = Error("two"),
            VerificationError = Error("three"),
            TestError = Error("four"),
        });

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.Equal(
            ["the journal could not be read: one", "the way back stopped: two", "what was put back could not be verified: three", "tests after the rollback: four"],
            report.NotRestored);
    }

    [Fact]
    public async Task A_release_that_was_marked_as_current_gives_that_back_to_the_one_before()
    {
        await ShiftAsync("r1");
        await _world.IsMonitoredAsync();
        await _world.Get<Steps.Completion.CompleteReleaseStep>().CompleteRelease(_world.Input());
        await ShiftAsync("r2");
        // CompleteRelease died between its two writes.
        await Ledger.MarkCurrentAsync(_world.Release, World.RecordOf(_world.Release, _world.Time.Now) with { Previous = "r1" });

        await _world.CompleteRollbackAsync(p => p with { Verification = [] });

        var current = await Ledger.FindCurrentAsync(_world.Release);
        Assert.Equal(("r1", ReleaseStatus.Succeeded), (current!.Id, current.Status));
    }

    [Fact]
    public async Task After_the_first_release_is_rolled_back_none_is_current()
    {
        await ShiftAsync("r1");
        await Ledger.MarkCurrentAsync(_world.Release, World.RecordOf(_world.Release, _world.Time.Now));

        await _world.CompleteRollbackAsync(p => p with { Verification = [] });

        Assert.Null(await Ledger.FindCurrentAsync(_world.Release));
    }

    [Fact]
    public async Task A_release_that_had_succeeded_stays_live_and_frees_the_lock()
    {
        await ShiftAsync("r1");
        await _world.IsMonitoredAsync();
        await _world.Get<Steps.Completion.CompleteReleaseStep>().CompleteRelease(_world.Input());
        await _world.Get<ReleaseLock>().AcquireAsync(_world.Release);

        var report = await _world.CompleteRollbackAsync();

        Assert.Equal(ReleaseStatus.Succeeded, report.Status);
        Assert.Contains("nothing was rolled back", report.Message, StringComparison.Ordinal);
        Assert.Equal("r1", (await Ledger.FindCurrentAsync(_world.Release))!.Id);
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2"));
    }

    [Fact]
    public async Task A_second_run_by_a_person_can_still_end_well()
    {
        await ShiftAsync("r1");
        await _world.CompleteRollbackAsync(p => p with { RevertError = new CaughtError("States.Timeout", null) });
        await _world.RevertAsync();
        var verification = await _world.VerifyAsync();

        var report = await _world.CompleteRollbackAsync(p => p with { Verification = verification });

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        Assert.Empty((await Ledger.FindRecordAsync(_world.Release))!.NotRestored);
    }

    private async Task ShiftAsync(string id)
    {
        if (!_world.Lambda.Exists("orders"))
            await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(id, _world.Function(code: $"code of {id}")));
    }
}
