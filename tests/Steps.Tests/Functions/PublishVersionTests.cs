using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class PublishVersionTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function()));
        await _world.Get<UpdateCodeStep>().UpdateCode(_world.Input("orders"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task LATEST_is_frozen_only_while_it_has_the_code_of_the_release()
    {
        Assert.Equal(new ItemResult("orders", "2"), await PublishAsync());

        var sent = _world.Lambda.Sent<PublishVersionRequest>()[^1];
        Assert.Equal((Shop.HashOf("new code"), "Release r1"), (sent.CodeSha256, sent.Description));
        Assert.Equal("2", await _world.Get<ReleaseLedger>().VersionAsync(_world.Release, "orders"));
    }

    [Fact]
    public async Task Other_code_in_LATEST_is_not_published()
    {
        _world.Lambda.Latest("orders").CodeSha256 = Shop.HashOf("code from outside");

        await Assert.ThrowsAsync<InvalidParameterValueException>(PublishAsync);

        Assert.Single(_world.Lambda.Versions("orders"));
    }

    [Fact]
    public async Task A_lost_answer_publishes_once()
    {
        _world.Lambda.LosesReplyOf("PublishVersion");
        await Assert.ThrowsAsync<AwsUnavailableException>(PublishAsync);

        Assert.Equal("2", (await PublishAsync()).Outcome);

        Assert.Equal(2, _world.Lambda.Versions("orders").Count);
    }

    [Fact]
    public async Task A_failed_update_that_the_release_did_not_make_does_not_matter()
    {
        _world.Lambda.FailUpdate("orders");

        Assert.Equal("2", (await PublishAsync()).Outcome);
    }

    [Fact]
    public async Task A_busy_function_is_waited_for()
    {
        _world.Lambda.Latest("orders").LastUpdateStatus = Amazon.Lambda.LastUpdateStatus.InProgress;

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(PublishAsync);
    }

    private Task<ItemResult> PublishAsync() => _world.Get<PublishVersionStep>().PublishVersion(_world.Input("orders"));
}
