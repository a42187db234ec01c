using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Tests.Traffic;

public sealed class ShiftTrafficTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync("orders");
        await _world.HasLiveFunctionAsync("stock");
        await _world.HasLiveFunctionAsync("mail", code: "same code");
        _world.Lambda.HasAlias("stock", "1", ("7", 0.25));
        await _world.PublishAsync(
            Shop.Request(
                _world.Function("orders", "new orders"),
                _world.Function("stock", "new stock"),
                _world.Function("mail", "same code"),
                _world.Function("added", "first code")
            )
        );
        _world.History.Clear();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task All_changed_functions_move_new_ones_get_their_alias_and_the_others_stay()
    {
        Assert.Equal(
            new TrafficProgress(0, TrafficNext.Done, 1, "100 % of the traffic of 3 functions on the new versions"),
            await ShiftAsync()
        );

        Assert.Equal(["2", "2", "1", "1"], new[] { "orders", "stock", "mail", "added" }.Select(f => _world.Lambda.Target(f)));
        Assert.Null(await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "mail:live"));
        Assert.Null((await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "added:live"))!.Before);
    }

    [Fact]
    public async Task An_alias_whose_new_version_still_gets_its_provisioned_concurrency_is_waited_for()
    {
        _world.Lambda.MovesSlowly("orders");
        var error = await Assert.ThrowsAsync<ResourceNotStabilizedException>(ShiftAsync);
        Assert.StartsWith(
            "Alias orders:live is on its way to version 2: all calls still go to version 1, as long as Lambda prepares",
            error.Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(ShiftAsync);
        _world.Lambda.Arrives("orders");

        await ShiftAsync();

        Assert.Equal("2", _world.Lambda.Target("orders"));
        var entry = await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "orders:live");
        Assert.Equal((true, """{"version":"2","weights":{}}"""), (entry!.Done, entry.After!.ToJsonString()));
        Assert.Single(_world.Lambda.Sent<UpdateAliasRequest>(), sent => sent.FunctionName == "orders");
    }

    [Fact]
    public async Task Each_alias_is_moved_with_the_revision_that_was_read_and_its_old_weights_cleared()
    {
        var revision = (await _world.Lambda.Client.GetAliasAsync(new GetAliasRequest { FunctionName = "stock", Name = "live" })).RevisionId;

        await ShiftAsync();

        Assert.All(_world.Lambda.Sent<UpdateAliasRequest>(), sent => Assert.Empty(sent.RoutingConfig.AdditionalVersionWeights));
        Assert.Equal(revision, _world.Lambda.Sent<UpdateAliasRequest>().Single(r => r.FunctionName == "stock").RevisionId);
        Assert.Equal(
            """{"version":"1","weights":{"7":0.25}}""",
            (await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "stock:live"))!.Before!.ToJsonString()
        );
    }

    [Fact]
    public async Task An_alias_that_moves_between_reading_and_writing_is_not_overwritten()
    {
        _world.Lambda.Refuses("UpdateAlias", new PreconditionFailedException("other revision"));

        var error = await Assert.ThrowsAsync<ResourceNotStabilizedException>(ShiftAsync);

        Assert.Contains("has changed since it was read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_delivery_moves_only_what_is_left()
    {
        _world.Lambda.LosesReplyOf("UpdateAlias");
        await Assert.ThrowsAsync<AwsUnavailableException>(ShiftAsync);

        await ShiftAsync();

        Assert.Equal(2, _world.Lambda.Sent<UpdateAliasRequest>().Count);
        Assert.Equal(
            Shop.Target("2"),
            (await _world.EntryAsync(JournalPhase.Traffic, ResourceKinds.Alias, "orders:live"))!.After,
            JsonNode.DeepEquals
        );
    }

    [Fact]
    public async Task Without_the_lock_no_alias_moves()
    {
        await _world.LoseLockAsync();

        await Assert.ThrowsAsync<LockLostException>(ShiftAsync);

        Assert.Empty(_world.Lambda.Sent<UpdateAliasRequest>());
    }

    private Task<TrafficProgress> ShiftAsync() => _world.Get<ShiftTrafficStep>().ShiftTraffic(_world.Stage(0));
}
