using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

public sealed class ReleaseLockTests : IDisposable
{
    private readonly World _world = new();

    private ReleaseLock Lock => _world.Get<ReleaseLock>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_step_answers_the_release_with_its_fencing_token()
    {
        await RegisterAsync("r1");

        var release = await _world.Get<AcquireLockStep>().AcquireLock(_world.Input());

        Assert.Equal(_world.Release with { Token = 1 }, release);
    }

    [Fact]
    public async Task A_step_that_comes_after_the_end_of_its_release_does_not_keep_the_lock()
    {
        await Assert.ThrowsAsync<LockLostException>(() => _world.Get<AcquireLockStep>().AcquireLock(_world.Input()));

        Assert.Equal(2, await Lock.AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_not_taken_from_a_release_that_has_not_ended()
    {
        await RegisterAsync("r1");
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        _world.Time.Now += TimeSpan.FromMinutes(21);

        var error = await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(World.ReleaseOf("r2")));

        Assert.EndsWith("Its lease has run out, but it is not rolled back yet. See: coderipple repair", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_takes_the_lock_from_its_own_release_and_every_step_of_it_has_lost_it()
    {
        var step = World.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(World.ReleaseOf("r1")) };

        var token = await Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-1");

        Assert.Equal(2, token);
        await Assert.ThrowsAsync<LockLostException>(() => Lock.RenewAsync(step));
        await Lock.RenewAsync(step with { Token = token });
    }

    [Fact]
    public async Task A_rollback_that_asks_again_gets_the_same_token_and_another_one_a_higher()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        var first = await Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-1");

        Assert.Equal(first, await Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-1"));
        Assert.Equal(first + 1, await Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-2"));
    }

    [Fact]
    public async Task A_late_call_of_the_release_does_not_take_the_lock_back_from_its_rollback()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        await Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-1");

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(World.ReleaseOf("r1")));
    }

    [Fact]
    public async Task A_rollback_takes_the_lock_from_no_other_release()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r2"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.TakeOverAsync(World.ReleaseOf("r1"), "rollback-1"));
    }

    [Fact]
    public async Task A_busy_lock_says_who_holds_it_since_when()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        _world.Time.Now += TimeSpan.FromMinutes(19);

        var error = await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(World.ReleaseOf("r2")));

        Assert.Equal(
            "shop in development is being released by \"r1\" since 2026-11-21 10:00:00 UTC (arn:aws:states:us-west-2:123456789012:execution:release:r1). "
            + "Start this release again when that one has ended.",
            error.Message);
    }

    [Fact]
    public async Task Other_applications_and_environments_have_locks_of_their_own()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));

        Assert.Equal(1, await Lock.AcquireAsync(World.ReleaseOf("r2") with { Application = "library" }));
        Assert.Equal(1, await Lock.AcquireAsync(World.ReleaseOf("r2") with { Environment = "testing" }));
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_taken_over_with_a_higher_token()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        _world.Time.Now += TimeSpan.FromMinutes(21);

        Assert.Equal(2, await Lock.AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task The_holder_may_ask_again_after_a_lost_answer()
    {
        var first = await Lock.AcquireAsync(World.ReleaseOf("r1"));

        var second = await Lock.AcquireAsync(World.ReleaseOf("r1"));

        Assert.Equal(first, second);
        await Lock.RenewAsync(World.ReleaseOf("r1") with { Token = second });
    }

    [Fact]
    public async Task A_freed_lock_is_free_at_once_and_its_tokens_never_repeat()
    {
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        await Lock.ReleaseAsync(World.ReleaseOf("r1"));

        Assert.Equal(2, await Lock.AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task Freeing_a_lock_that_is_somebody_elses_or_was_never_taken_does_nothing()
    {
        await Lock.ReleaseAsync(World.ReleaseOf("r2"));
        await Lock.AcquireAsync(World.ReleaseOf("r1"));
        await Lock.ReleaseAsync(World.ReleaseOf("r2"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(World.ReleaseOf("r3")));
    }

    [Fact]
    public async Task A_renewal_lengthens_the_lease()
    {
        var release = World.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(World.ReleaseOf("r1")) };
        _world.Time.Now += TimeSpan.FromMinutes(15);
        await Lock.RenewAsync(release);
        _world.Time.Now += TimeSpan.FromMinutes(15);

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Lock.AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task A_former_holder_cannot_renew()
    {
        var former = World.ReleaseOf("r1") with { Token = await Lock.AcquireAsync(World.ReleaseOf("r1")) };
        _world.Time.Now += TimeSpan.FromMinutes(21);
        await Lock.AcquireAsync(World.ReleaseOf("r2"));

        var error = await Assert.ThrowsAsync<LockLostException>(() => Lock.RenewAsync(former));

        Assert.Equal("Release r1 lost the lock of shop in development; nothing more is changed in its name.", error.Message);
    }

    private Task RegisterAsync(string id) => _world.Get<ReleaseLedger>().RegisterAsync(World.RecordOf(World.ReleaseOf(id), _world.Time.Now), World.ReleaseOf(id));
}
