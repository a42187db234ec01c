using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class AdoptFunctionTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public Task InitializeAsync()
    {
        _world.HasFunction();
        return _world.StartAsync(Shop.Request(_world.Function()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_present_code_becomes_a_version_that_the_alias_points_to()
    {
        Assert.Equal(new ItemResult("orders", "live -> 1"), await AdoptAsync());

        Assert.Equal("1", _world.Lambda.Target("orders"));
        Assert.Equal(Shop.HashOf("old code"), Assert.Single(_world.Lambda.Versions("orders")).CodeSha256);
        var published = Assert.Single(_world.Lambda.Sent<PublishVersionRequest>());
        Assert.Equal((Shop.HashOf("old code"), "Baseline before release r1"), (published.CodeSha256, published.Description));
        var entry = await _world.EntryAsync(JournalPhase.Adoption, ResourceKinds.Alias, "orders:live");
        Assert.Null(entry!.Before);
        Assert.Equal(Shop.Target("1"), entry.After, JsonNode.DeepEquals);
    }

    [Fact]
    public async Task The_journal_says_that_there_was_no_alias_before_there_is_one()
    {
        await AdoptAsync();

        var events = _world.History.Events.ToList();
        Assert.True(events.IndexOf("put JOURNAL#10#alias:orders:live") < events.IndexOf("CreateAlias orders"));
    }

    [Fact]
    public async Task A_new_alias_gets_no_weights()
    {
        await AdoptAsync();

        Assert.Empty(Assert.Single(_world.Lambda.Sent<CreateAliasRequest>()).RoutingConfig.AdditionalVersionWeights);
    }

    [Theory]
    [InlineData("PublishVersion")]
    [InlineData("CreateAlias")]
    public async Task A_lost_answer_adopts_once(string operation)
    {
        _world.Lambda.LosesReplyOf(operation);
        await Assert.ThrowsAsync<AwsUnavailableException>(AdoptAsync);

        await AdoptAsync();

        Assert.Single(_world.Lambda.Versions("orders"));
        Assert.Single(_world.Lambda.Sent<CreateAliasRequest>());
        Assert.True((await _world.EntryAsync(JournalPhase.Adoption, ResourceKinds.Alias, "orders:live"))!.Done);
    }

    [Fact]
    public async Task A_function_that_is_gone_stops_the_release()
    {
        _world.Lambda.Remove("orders");

        var error = await Assert.ThrowsAsync<DriftDetectedException>(AdoptAsync);

        Assert.Equal("Function orders was deleted outside release r1 after it was planned", error.Message);
    }

    [Fact]
    public async Task A_function_whose_last_update_failed_is_adopted_as_it_runs()
    {
        _world.Lambda.FailUpdate("orders");

        await AdoptAsync();

        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_busy_function_is_waited_for()
    {
        _world.Lambda.Latest("orders").LastUpdateStatus = LastUpdateStatus.InProgress;

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(AdoptAsync);
        _world.Lambda.Settle();
        await AdoptAsync();

        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    private Task<ItemResult> AdoptAsync() => _world.Get<AdoptFunctionStep>().AdoptFunction(_world.Input("orders"));
}
