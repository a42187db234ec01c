using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Tests.Traffic;

public sealed class StagedShiftTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync("orders");
        await _world.HasLiveFunctionAsync("stock");
        await _world.PublishAsync(
            Shop.Request(_world.Function("orders", "new orders"), _world.Function("stock", "new stock"), _world.Function("added")) with
            {
                Traffic = new TrafficRequest
                {
                    Stages = [new TrafficStage { Percent = 10, BakeSeconds = 300 }, new TrafficStage { Percent = 50, BakeSeconds = 60 }],
                },
            }
        );
        _world.History.Clear();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task All_functions_get_the_same_share_stage_by_stage_and_a_new_function_all_of_its_own()
    {
        Assert.Equal(
            new TrafficProgress(0, TrafficNext.Bake, 15, "10 % of the traffic of 3 functions on the new versions"),
            await ShiftAsync(0)
        );
        Assert.Equal(new List<string?> { "1 + 2:0.1", "1 + 2:0.1", "1" }, Targets());

        Assert.Equal(TrafficNext.Bake, (await ShiftAsync(1)).Next);
        Assert.Equal(new List<string?> { "1 + 2:0.5", "1 + 2:0.5", "1" }, Targets());

        Assert.Equal(TrafficNext.Done, (await ShiftAsync(2)).Next);
        Assert.Equal(new List<string?> { "2", "2", "1" }, Targets());
        Assert.All(_world.Lambda.Sent<UpdateAliasRequest>(), sent => Assert.NotNull(sent.RoutingConfig.AdditionalVersionWeights));
    }

    [Fact]
    public async Task The_journal_keeps_what_stood_there_before_the_first_stage()
    {
        await ShiftAsync(0);
        await ShiftAsync(1);

        var entry = await EntryAsync();
        Assert.Equal(Shop.Target("1"), entry.Before, JsonNode.DeepEquals);
        Assert.Equal("""{"version":"1","weights":{"2":0.5}}""", entry.After!.ToJsonString());
        Assert.True(entry.Done);
    }

    [Fact]
    public async Task Every_stage_is_journaled_under_the_lock_before_it_changes_anything()
    {
        await ShiftAsync(0);
        _world.History.Clear();
        await ShiftAsync(1);

        var events = _world.History.Events.ToList();
        var journaled = events.IndexOf("put JOURNAL#70#alias:orders:live");
        Assert.Equal("update LOCK", events[journaled - 1]);
        Assert.True(journaled < events.IndexOf("UpdateAlias orders"));

        await _world.LoseLockAsync();
        await Assert.ThrowsAsync<LockLostException>(() => ShiftAsync(2));
        Assert.Equal("1 + 2:0.5", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_second_delivery_of_a_later_stage_is_no_drift()
    {
        await ShiftAsync(0);
        _world.Lambda.Refuses("UpdateAlias", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => ShiftAsync(1));
        Assert.False((await EntryAsync()).Done);
        _world.Lambda.RefusesNothing();
        _world.Lambda.LosesReplyOf("UpdateAlias");
        await Assert.ThrowsAsync<AwsUnavailableException>(() => ShiftAsync(1));

        await ShiftAsync(1);

        Assert.Equal(new List<string?> { "1 + 2:0.5", "1 + 2:0.5", "1" }, Targets());
        Assert.True((await EntryAsync()).Done);
    }

    [Theory]
    [InlineData("1", 0.0)]
    [InlineData("1", 0.3)]
    [InlineData("2", 0.0)]
    public async Task An_alias_that_somebody_else_moves_between_two_stages_stops_the_release(string version, double weight)
    {
        await ShiftAsync(0);
        _world.Lambda.HasAlias("orders", version, weight > 0 ? [("2", weight)] : []);

        var error = await Assert.ThrowsAsync<DriftDetectedException>(() => ShiftAsync(1));

        Assert.Contains("weights 2 is", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rollback_in_the_midst_of_the_shift_takes_the_weights_away(bool diesWhileShifting)
    {
        await ShiftAsync(0);
        if (diesWhileShifting)
        {
            _world.Lambda.LosesReplyOf("UpdateAlias");
            await Assert.ThrowsAsync<AwsUnavailableException>(() => ShiftAsync(1));
        }

        foreach (var name in new[] { "orders", "stock", "added" })
            await _world.Get<RevertChangeStep>().RevertChange(_world.Input($"JOURNAL#70#alias:{name}:live"));

        Assert.Equal(new List<string?> { "1", "1", null }, Targets());
    }

    [Fact]
    public async Task The_first_delivery_s_time_of_a_stage_counts()
    {
        await ShiftAsync(0);
        var begun = _world.Time.Now;
        _world.Time.Now += TimeSpan.FromMinutes(1);

        await ShiftAsync(0);

        Assert.Equal(begun, (await _world.Get<CanaryLedger>().ReadAsync(_world.Release)).Single().ShiftedAt);
    }

    private List<string?> Targets() => [_world.Lambda.Target("orders"), _world.Lambda.Target("stock"), _world.Lambda.Target("added")];

    private async Task<JournalEntry> EntryAsync() => (await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "orders:live"))!;

    private Task<TrafficProgress> ShiftAsync(int stage) => _world.Get<ShiftTrafficStep>().ShiftTraffic(_world.Stage(stage));
}
