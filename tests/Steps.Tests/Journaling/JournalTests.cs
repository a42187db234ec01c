using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Journaling;

public sealed class JournalTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public Task InitializeAsync() => _world.StartAsync(Shop.Request(_world.Function()));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Entries_come_in_the_order_of_the_phases_however_many_pages_there_are()
    {
        foreach (var phase in new[] { JournalPhase.Traffic, JournalPhase.Adoption, JournalPhase.Functions })
            for (var i = 1; i <= 3; i++)
                await OpenAsync(phase, $"f{i}");

        Assert.Equal(
            [
                "Adoption f1",
                "Adoption f2",
                "Adoption f3",
                "Functions f1",
                "Functions f2",
                "Functions f3",
                "Traffic f1",
                "Traffic f2",
                "Traffic f3",
            ],
            (await _world.Get<Journal>().ReadAsync(_world.Release.Key)).Select(e => $"{e.Phase} {e.Resource.Name}")
        );
    }

    [Fact]
    public async Task Entries_written_side_by_side_do_not_trip_over_the_lock_that_they_all_check()
    {
        _world.Ledger.Hold = new TaskCompletionSource();
        var entries = Task.WhenAll(Enumerable.Range(1, 20).Select(i => OpenAsync(JournalPhase.Traffic, $"f{i}")));
        _world.Ledger.Hold.SetResult();
        await entries;

        Assert.Equal(20, (await _world.Get<Journal>().ReadAsync(_world.Release.Key)).Count);
    }

    [Fact]
    public async Task Every_entry_renews_the_lease()
    {
        for (var i = 1; i <= 3; i++)
        {
            _world.Time.Now += TimeSpan.FromMinutes(15);
            await OpenAsync(JournalPhase.Functions, $"f{i}");
        }

        await Assert.ThrowsAsync<ReleaseLockedException>(() => _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    private Task<JournalEntry> OpenAsync(JournalPhase phase, string name) =>
        _world.Get<Journal>().OpenAsync(_world.Release, phase, new ResourceId(ResourceKinds.Alias, name), before: null);
}
