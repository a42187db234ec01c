using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class UpdateCodeTests : IAsyncLifetime, IDisposable
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
    public async Task The_code_becomes_the_wanted_one_with_the_revision_that_was_read()
    {
        var revision = _world.Lambda.Latest("orders").RevisionId;

        Assert.Equal(new ItemResult("orders", "updated"), await UpdateAsync());

        var sent = Assert.Single(_world.Lambda.Sent<UpdateFunctionCodeRequest>());
        Assert.Equal((revision, FakeBucket.Name, Shop.KeyOf("new code")), (sent.RevisionId, sent.S3Bucket, sent.S3Key));
        Assert.Equal(["x86_64"], sent.Architectures);
        Assert.Equal(Shop.HashOf("new code"), _world.Lambda.Latest("orders").CodeSha256);
        var entry = await EntryAsync();
        Assert.Equal(
            (Shop.HashOf("old code"), Shop.HashOf("new code")),
            (entry!.Before!["sha256"]!.GetValue<string>(), entry.After!["sha256"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task The_zip_that_is_replaced_is_kept_before_anything_else()
    {
        await UpdateAsync();

        Assert.Equal(
            [
                $"write {Shop.KeyOf("old code")}",
                "update LOCK",
                "put JOURNAL#50#function-code:orders",
                "UpdateFunctionCode orders",
                "put JOURNAL#50#function-code:orders",
            ],
            _world.History.Events
        );
        Assert.Equal(Shop.Zip("old code"), _world.Bucket.Find(Shop.KeyOf("old code")));
    }

    [Fact]
    public async Task A_zip_that_is_kept_already_is_not_written_again()
    {
        _world.Bucket.Has(Shop.KeyOf("old code"), Shop.Zip("old code"));

        await UpdateAsync();

        Assert.DoesNotContain(_world.History.Events, e => e.StartsWith("write", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_zip_under_its_name_is_replaced()
    {
        _world.Bucket.Has(Shop.KeyOf("old code"), Shop.Zip("old c"));

        await UpdateAsync();

        Assert.Equal(Shop.Zip("old code"), _world.Bucket.Find(Shop.KeyOf("old code")));
    }

    [Fact]
    public async Task Code_that_changes_while_it_is_read_stops_the_release()
    {
        _world.Downloads.Instead = Shop.Zip("code from outside");

        var error = await Assert.ThrowsAsync<DriftDetectedException>(UpdateAsync);

        Assert.Equal("The code of function orders was changed outside the release while it was read", error.Message);
        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task A_lost_answer_updates_once()
    {
        _world.Lambda.LosesReplyOf("UpdateFunctionCode");
        await Assert.ThrowsAsync<AwsUnavailableException>(UpdateAsync);

        await UpdateAsync();

        Assert.Single(_world.Lambda.Sent<UpdateFunctionCodeRequest>());
        var entry = await EntryAsync();
        Assert.Equal((true, Shop.HashOf("old code")), (entry!.Done, entry.Before!["sha256"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_end_of_the_configurations_update_is_waited_for()
    {
        _world.Lambda.Latest("orders").LastUpdateStatus = Amazon.Lambda.LastUpdateStatus.InProgress;

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);

        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task An_artifact_may_have_a_key_of_its_own()
    {
        var function = _world.Function();
        _world.Bucket.Has("artifacts/build-7/orders.zip", Shop.Zip("new code"));
        await _world.StartAsync(Shop.Request(function with { Artifact = function.Artifact with { Key = "artifacts/build-7/orders.zip" } }));

        await UpdateAsync();

        Assert.Equal("artifacts/build-7/orders.zip", Assert.Single(_world.Lambda.Sent<UpdateFunctionCodeRequest>()).S3Key);
    }

    private Task<ItemResult> UpdateAsync() => _world.Get<UpdateCodeStep>().UpdateCode(_world.Input("orders"));

    private Task<JournalEntry?> EntryAsync() => _world.EntryAsync(JournalPhase.Functions, ResourceKinds.FunctionCode, "orders");
}
