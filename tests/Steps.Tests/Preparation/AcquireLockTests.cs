using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class AcquireLockTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_step_answers_the_release_with_its_fencing_token()
    {
        await _world.Get<ReleaseLedger>().RegisterAsync(World.RecordOf(_world.Release, _world.Time.Now), _world.Release);

        var release = await _world.Get<AcquireLockStep>().AcquireLock(_world.Input());

        Assert.Equal(_world.Release with { Token = 1 }, release);
    }

    [Fact]
    public async Task A_step_that_comes_after_the_end_of_its_release_does_not_keep_the_lock()
    {
        await Assert.ThrowsAsync<LockLostException>(() => _world.Get<AcquireLockStep>().AcquireLock(_world.Input()));

        Assert.Equal(2, await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }
}
