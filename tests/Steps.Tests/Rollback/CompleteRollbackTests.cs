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
        var record = await Ledger.FindRecordAsync(_world.Release.Key);
        Assert.Equal((ReleaseStatus.RolledBack, "the shop is closed", _world.Time.Now), (record!.Status, record.Failure, record.EndedAt));
        Assert.Equal(["function-code:orders", "alias:orders:live"], record.Restored);
        Assert.Equal(("Release Rolled Back", "the shop is closed"), (report.Event.Type, report.Event.Detail.Failure));
        Assert.Empty(record.NotRestored);
        Assert.Equal(3, await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task One_thing_that_is_not_restored_is_a_failed_rollback()
    {
        await ShiftAsync("r1");

        var report = await _world.CompleteRollbackAsync(p =>
            p with
            {
                Verification =
                [
                    new RevertResult("alias:orders:live", RevertOutcome.Restored),
                    new RevertResult("function-code:orders", RevertOutcome.NotRestored, "access denied"),
                ],
            }
        );

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.Equal("Rollback Failed", report.Event.Type);
        Assert.Equal(["alias:orders:live"], report.Restored);
        Assert.Equal(["function-code:orders: access denied"], report.NotRestored);
        Assert.Equal(ReleaseStatus.RollbackFailed, (await Ledger.FindRecordAsync(_world.Release.Key))!.Status);
    }

    [Fact]
    public async Task Every_part_that_went_wrong_is_reported()
    {
        await ShiftAsync("r1");
        static CaughtError Error(string message) => new("X", $$"""{"errorMessage":"{{message}}"}""");

        var report = await _world.CompleteRollbackAsync(p =>
            p with
            {
                RevertError = Error("two"),
                VerificationError = Error("three"),
                TestError = Error("four"),
            }
        );

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.Equal(
            [
                "the rollback stopped: two",
                "what was restored could not be verified: three",
                "the tests of what was restored could not be run: four",
            ],
            report.NotRestored
        );
    }

    [Fact]
    public async Task Tests_that_fail_after_everything_was_restored_do_not_make_the_rollback_incomplete()
    {
        await ShiftAsync("r1");
        await _world.RevertAsync();
        var verification = await _world.VerifyAsync();
        var tested = new RestoredTests
        {
            Release = "r0",
            SmokeTests = 2,
            Failed = 1,
            Failures = ["failed before the release too: the shop has no stock"],
        };

        var report = await _world.CompleteRollbackAsync(p => p with { Verification = verification, Tested = tested });

        Assert.Equal((ReleaseStatus.RolledBack, "Rolled back, tests fail: shop in development (r1)"), (report.Status, report.Subject));
        Assert.Empty(report.NotRestored);
        Assert.Equal(1, report.Event.Detail.FailingTests);
        Assert.Contains(
            "Everything is as it was before, re-read; 1 of 3 tests of release r0 failed.",
            report.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Tests that fail:\n- failed before the release too: the shop has no stock",
            report.Message.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains("Next: Nothing is left to restore.", report.Message, StringComparison.Ordinal);
        Assert.Equal(tested.Failures, (await Ledger.FindRecordAsync(_world.Release.Key))!.FailingTests);
    }

    [Fact]
    public async Task A_rollback_that_nothing_tested_does_not_say_that_it_was_tested()
    {
        await ShiftAsync("r1");
        await _world.RevertAsync();
        var verification = await _world.VerifyAsync();

        var report = await _world.CompleteRollbackAsync(p => p with { Verification = verification, Tested = new RestoredTests() });

        Assert.Contains("re-read; no test ran: there was no release before.", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_delivery_says_the_same_and_leaves_the_lock_of_the_next_release_alone()
    {
        await ShiftAsync("r1");
        var plan = await _world.PlanRollbackAsync();
        var first = await _world.CompleteRollbackAsync(plan, p => p with { Verification = [] });
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2"));

        Assert.Equal(first.Message, (await _world.CompleteRollbackAsync(plan, p => p with { Verification = [] })).Message);

        await Assert.ThrowsAsync<ReleaseLockedException>(() => _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r3")));
    }

    [Fact]
    public async Task A_rollback_that_another_one_has_taken_over_from_writes_nothing()
    {
        await ShiftAsync("r1");
        var plan = await _world.PlanRollbackAsync();
        await _world.PlanRollbackAsync(execution: "arn:another");

        await Assert.ThrowsAsync<LockLostException>(() => _world.CompleteRollbackAsync(plan, p => p with { Verification = [] }));

        Assert.Equal(ReleaseStatus.InProgress, (await Ledger.FindRecordAsync(_world.Release.Key))!.Status);
    }

    [Fact]
    public async Task What_the_release_had_made_is_said_to_be_removed_and_not_restored()
    {
        await ShiftAsync("r1");

        var report = await _world.CompleteRollbackAsync(p =>
            p with
            {
                Verification =
                [
                    new RevertResult("function:shop-probe-1", RevertOutcome.Removed),
                    new RevertResult("alias:orders:live", RevertOutcome.Already),
                ],
            }
        );

        Assert.Equal(["alias:orders:live"], report.Restored);
        Assert.Equal(["function:shop-probe-1"], report.Removed);
        Assert.Contains("Removed:\n- function:shop-probe-1", report.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
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
        Assert.Empty((await Ledger.FindRecordAsync(_world.Release.Key))!.NotRestored);
        Assert.Equal(2, _world.Output.Count);
    }

    private async Task ShiftAsync(string id)
    {
        if (!_world.Lambda.Exists("orders"))
            await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(id, _world.Function(code: $"code of {id}")));
    }
}
