using System.Text.Json;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class VerifyRollbackTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public Task InitializeAsync()
    {
        _world.HasFunction();
        return _world.ShiftAsync(Shop.Request(_world.Function()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(RevertOutcome.Restored, "restored")]
    [InlineData(RevertOutcome.Already, "already")]
    [InlineData(RevertOutcome.Removed, "removed")]
    [InlineData(RevertOutcome.NotRestored, "not restored")]
    public void Ledger_and_state_machine_get_the_outcome_as_a_word(RevertOutcome outcome, string word)
    {
        var json = JsonSerializer.SerializeToNode(new RevertResult("alias:orders:live", outcome), ContractsJson.Default.RevertResult)!;

        Assert.Equal(word, (string?)json["outcome"]);
        Assert.Equal(outcome, json.Deserialize(ContractsJson.Default.RevertResult)!.Outcome);
    }

    [Fact]
    public async Task Each_resource_is_compared_once_with_what_it_was_before_the_whole_release()
    {
        await _world.RevertAsync();

        Assert.Equal(
            [
                new RevertResult("alias:orders:live", RevertOutcome.Removed),
                new RevertResult("function-owner:orders", RevertOutcome.Removed),
                new RevertResult("function-code:orders", RevertOutcome.Restored),
            ],
            await _world.VerifyAsync()
        );
    }

    [Fact]
    public async Task An_adopted_alias_that_is_back_on_its_baseline_is_not_what_was_there_before()
    {
        await _world.RevertAsync("JOURNAL#70#alias:orders:live");

        Assert.Equal(
            new RevertResult("alias:orders:live", RevertOutcome.NotRestored, "it is not as before: it exists, and did not"),
            (await _world.VerifyAsync())[0]
        );
    }

    [Fact]
    public async Task Why_something_was_not_restored_is_remembered()
    {
        _world.Lambda.Refuses("DeleteAlias", new InvalidOperationException("access denied"));
        await _world.RevertAsync();

        Assert.Equal(new RevertResult("alias:orders:live", RevertOutcome.NotRestored, "access denied"), (await _world.VerifyAsync())[0]);
    }

    [Fact]
    public async Task What_moved_again_after_it_was_restored_is_found()
    {
        await _world.RevertAsync();
        _world.Lambda.HasAlias("orders", "2");

        Assert.Equal(RevertOutcome.NotRestored, (await _world.VerifyAsync())[0].Outcome);
    }

    [Fact]
    public async Task What_was_as_before_all_the_time_is_said_to_be_so_and_what_was_not_there_is_gone()
    {
        await _world.Lambda.Client.DeleteAliasAsync(new() { FunctionName = "orders", Name = "live" });
        _world.HasFunction();

        Assert.Equal(
            [
                new RevertResult("alias:orders:live", RevertOutcome.Removed),
                new RevertResult("function-owner:orders", RevertOutcome.Removed),
                new RevertResult("function-code:orders", RevertOutcome.Already),
            ],
            await _world.VerifyAsync()
        );
    }

    [Fact]
    public async Task A_resource_that_cannot_be_read_does_not_hide_the_others()
    {
        await _world.RevertAsync();
        var latest = _world.Lambda.Latest("orders");
        (latest.LastUpdateStatus, latest.LastUpdateStatusReason) = (LastUpdateStatus.Failed, "no such key");

        var results = await _world.VerifyAsync();

        Assert.Equal(new RevertResult("alias:orders:live", RevertOutcome.Removed), results[0]);
        Assert.Equal(RevertOutcome.NotRestored, results[2].Outcome);
        Assert.Contains("The last update of function orders failed: no such key", results[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_could_not_even_be_created_is_not_said_to_be_removed()
    {
        using var world = new World();
        await world.StartAsync(Shop.Request(world.Function("added")));
        world.Lambda.Refuses("CreateFunction", new InvalidParameterValueException("The runtime is not supported"));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() =>
            world.Get<CreateFunctionStep>().CreateFunction(world.Input("added"))
        );
        world.Time.Now += TimeSpan.FromMinutes(1);
        await world.RevertAsync();

        Assert.Empty(await world.VerifyAsync());
    }

    [Fact]
    public async Task A_busy_function_is_waited_for()
    {
        await _world.RevertAsync();
        _world.Lambda.Latest("orders").LastUpdateStatus = LastUpdateStatus.InProgress;

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(_world.VerifyAsync);
    }
}
