using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store.Tests;

public sealed class ReleaseLockTests
{
    private readonly StoreInMemory _store = new();

    private ReleaseLock Lock => _store.Store.Lock;

    [Fact]
    public async Task A_lease_that_ran_out_is_not_taken_from_a_release_that_has_not_ended()
    {
        await _store.RegisterAsync("r1");
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        _store.Time.Now += TimeSpan.FromMinutes(21);

        var error = await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));

        Assert.EndsWith(
            "Its lease has run out, but it is not rolled back yet. See: coderipple repair",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_rollback_takes_the_lock_from_its_own_release_and_every_step_of_it_has_lost_it()
    {
        var step = StoreInMemory.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };

        var token = await Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-1");

        Assert.Equal(2, token);
        await Assert.ThrowsAsync<LockLostException>(() => Lock.RenewAsync(step));
        await Lock.RenewAsync(step with { Token = token });
    }

    [Fact]
    public async Task A_rollback_that_asks_again_gets_the_same_token_and_another_one_a_higher()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        var first = await Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-1");

        Assert.Equal(first, await Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-1"));
        Assert.Equal(first + 1, await Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-2"));
    }

    [Fact]
    public async Task A_late_call_of_the_release_does_not_take_the_lock_back_from_its_rollback()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        await Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-1");

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")));
    }

    [Fact]
    public async Task A_rollback_takes_the_lock_from_no_other_release()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.TakeOverAsync(StoreInMemory.ReleaseOf("r1"), "rollback-1"));
    }

    [Fact]
    public async Task A_busy_lock_says_who_holds_it_since_when()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        _store.Time.Now += TimeSpan.FromMinutes(19);

        var error = await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));

        Assert.Equal(
            "shop in development is being released by \"r1\" since 2026-11-21 10:00:00 UTC (arn:aws:states:us-west-2:123456789012:execution:release:r1). "
                + "Start this release again when that one has ended.",
            error.Message
        );
    }

    [Fact]
    public async Task Other_applications_and_environments_have_locks_of_their_own()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));

        Assert.Equal(1, await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2") with { Application = "library" }));
        Assert.Equal(1, await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2") with { Environment = "testing" }));
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_taken_over_with_a_higher_token()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        _store.Time.Now += TimeSpan.FromMinutes(21);

        Assert.Equal(2, await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));
    }

    [Fact]
    public async Task A_lease_that_its_holder_renews_at_the_last_moment_is_not_taken()
    {
        var holder = StoreInMemory.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };
        _store.Time.Now += TimeSpan.FromMinutes(21);
        _store.Table.OnRead = _ =>
        {
            _store.Table.OnRead = _ => Task.CompletedTask;
            return Lock.RenewAsync(holder);
        };

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));

        await Lock.RenewAsync(holder);
    }

    [Fact]
    public async Task The_holder_may_ask_again_after_a_lost_answer()
    {
        var first = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));

        var second = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));

        Assert.Equal(first, second);
        await Lock.RenewAsync(StoreInMemory.ReleaseOf("r1") with { Token = second });
    }

    [Fact]
    public async Task A_freed_lock_is_free_at_once_and_its_tokens_never_repeat()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        await Lock.ReleaseAsync(StoreInMemory.ReleaseOf("r1"));

        Assert.Equal(2, await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));
    }

    [Fact]
    public async Task Freeing_a_lock_that_is_somebody_elses_or_was_never_taken_does_nothing()
    {
        await Lock.ReleaseAsync(StoreInMemory.ReleaseOf("r2"));
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        await Lock.ReleaseAsync(StoreInMemory.ReleaseOf("r2"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r3")));
    }

    [Fact]
    public async Task A_renewal_lengthens_the_lease()
    {
        var release = StoreInMemory.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };
        _store.Time.Now += TimeSpan.FromMinutes(15);
        await Lock.RenewAsync(release);
        _store.Time.Now += TimeSpan.FromMinutes(15);

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));
    }

    [Fact]
    public async Task A_former_holder_cannot_renew()
    {
        var former = StoreInMemory.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };
        _store.Time.Now += TimeSpan.FromMinutes(21);
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2"));

        var error = await Assert.ThrowsAsync<LockLostException>(() => Lock.RenewAsync(former));

        Assert.Equal("Release r1 lost the lock of shop in development; nothing more is changed in its name.", error.Message);
    }

    [Fact]
    public async Task A_lock_that_is_broken_is_free_and_its_holder_has_lost_it()
    {
        var former = StoreInMemory.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };

        await Lock.BreakAsync("shop", "development", (await Lock.FindAsync("shop", "development"))!);

        Assert.True((await Lock.FindAsync("shop", "development"))!.IsFree);
        await Assert.ThrowsAsync<LockLostException>(() => Lock.RenewAsync(former));
        Assert.Equal(3, await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2")));
    }

    [Fact]
    public async Task A_lock_that_changed_hands_meanwhile_is_not_broken()
    {
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1"));
        var seen = (await Lock.FindAsync("shop", "development"))!;
        await Lock.ReleaseAsync(StoreInMemory.ReleaseOf("r1"));
        await Lock.AcquireAsync(StoreInMemory.ReleaseOf("r2"));

        await Lock.BreakAsync("shop", "development", seen);

        var held = (await Lock.FindAsync("shop", "development"))!;
        Assert.Equal(("r2", false), (held.ReleaseId, held.IsFree));
    }
}
