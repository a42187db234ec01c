using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Resources;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Journaling;

/// <summary>Every change of a release has this shape; here with an alias that moves from version 1 to version 2.</summary>
public sealed class ChangesTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_stands_there_is_journaled_under_the_lock_before_the_change_and_the_new_state_after_it()
    {
        Assert.True(await ShiftAsync());

        Assert.Equal(
            ["update LOCK", "put JOURNAL#70#alias:orders:live", "UpdateAlias orders", "put JOURNAL#70#alias:orders:live"],
            _world.History.Events
        );
        var entry = await EntryAsync();
        Assert.Equal(Shop.Target("1"), entry!.Before, JsonNode.DeepEquals);
        Assert.Equal(Shop.Target("2"), entry.After, JsonNode.DeepEquals);
        Assert.True(entry.Done);
        Assert.Equal(_world.Time.Now, entry.At);
    }

    [Fact]
    public async Task What_is_as_wanted_is_left_alone()
    {
        _world.Lambda.HasAlias("orders", "2");

        Assert.False(await ShiftAsync());

        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task Without_the_lock_nothing_is_written_and_nothing_is_changed()
    {
        await _world.LoseLockAsync();

        var error = await Assert.ThrowsAsync<LockLostException>(ShiftAsync);

        Assert.Equal("Release r1 lost the lock of shop in development before it changed alias:orders:live; it stops here.", error.Message);
        Assert.Empty(_world.History.Events);
        Assert.Null(await EntryAsync());
        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_holder_with_an_older_token_changes_nothing_either()
    {
        var former = _world.Release;
        await _world.LoseLockAsync();
        _world.Time.Now += TimeSpan.FromHours(1);
        // The same execution takes the lock again: a new token.
        Assert.NotEqual(former.Token, await _world.Get<ReleaseLock>().AcquireAsync(former));

        await Assert.ThrowsAsync<LockLostException>(ShiftAsync);
    }

    [Fact]
    public async Task A_second_delivery_after_the_journal_entry_makes_the_change_and_keeps_the_entry()
    {
        _world.Lambda.Refuses("UpdateAlias", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(ShiftAsync);
        var first = await EntryAsync();
        Assert.False(first!.Done);
        _world.Lambda.RefusesNothing();
        _world.Time.Now += TimeSpan.FromMinutes(1);

        Assert.True(await ShiftAsync());

        var entry = await EntryAsync();
        Assert.Equal(first.At, entry!.At);
        Assert.Equal(Shop.Target("1"), entry.Before, JsonNode.DeepEquals);
        Assert.True(entry.Done);
        Assert.Equal("2", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_second_delivery_after_a_lost_answer_changes_nothing_more_and_completes_the_entry()
    {
        _world.Lambda.LosesReplyOf("UpdateAlias");
        await Assert.ThrowsAsync<AwsUnavailableException>(ShiftAsync);
        Assert.False((await EntryAsync())!.Done);
        _world.History.Clear();

        Assert.True(await ShiftAsync());

        Assert.Equal(["put JOURNAL#70#alias:orders:live"], _world.History.Events);
        var entry = await EntryAsync();
        Assert.Equal(Shop.Target("1"), entry!.Before, JsonNode.DeepEquals);
        Assert.Equal(Shop.Target("2"), entry.After, JsonNode.DeepEquals);
        Assert.True(entry.Done);
    }

    [Fact]
    public async Task A_second_delivery_after_the_end_does_nothing_and_still_says_that_the_release_changed_it()
    {
        await ShiftAsync();
        _world.History.Clear();

        Assert.True(await ShiftAsync());

        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task Somebody_elses_change_stops_the_release_and_both_sides_are_named()
    {
        _world.Lambda.Refuses("UpdateAlias", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(ShiftAsync);
        _world.Lambda.RefusesNothing();
        _world.Lambda.HasAlias("orders", "9");

        var error = await Assert.ThrowsAsync<DriftDetectedException>(ShiftAsync);

        Assert.Equal(
            "alias:orders:live was changed outside release r1 while it was running: version is 9, was 1. The release stops; find out who changed it.",
            error.Message
        );
        Assert.Equal("9", _world.Lambda.Target("orders"));
    }

    private Task<bool> ShiftAsync() =>
        _world
            .Get<Changes>()
            .ApplyAsync(_world.Release, _world.Get<AliasResource>().ChangeTo(JournalPhase.Traffic, "orders:live", AliasTarget.AllTo("2")));

    private Task<JournalEntry?> EntryAsync() => _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "orders:live");
}
