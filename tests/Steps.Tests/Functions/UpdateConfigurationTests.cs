using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

public sealed class UpdateConfigurationTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function() with { MemorySize = 512 }));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_configuration_becomes_the_wanted_one_with_the_revision_that_was_read()
    {
        var revision = _world.Lambda.Latest("orders").RevisionId;

        Assert.Equal(new ItemResult("orders", "updated"), await UpdateAsync());

        var sent = Assert.Single(_world.Lambda.Sent<UpdateFunctionConfigurationRequest>());
        Assert.Equal((revision, 512), (sent.RevisionId, sent.MemorySize));
        // Left out, the old layers would stay.
        Assert.Empty(sent.Layers);
        var entry = await EntryAsync();
        Assert.Equal((128, 512), (entry!.Before!["memorySize"]!.GetValue<int>(), entry.After!["memorySize"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("The role defined for the function cannot be assumed by Lambda.")]
    [InlineData(
        "Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: InvalidArnException KMS Message: ARN does not refer to a valid principal: arn:aws:iam::123456789012:role/orders"
    )]
    [InlineData("The provided execution role does not have permissions to call CreateNetworkInterface on EC2")]
    public async Task A_role_that_was_made_moments_ago_is_asked_for_again(string refusal)
    {
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new InvalidParameterValueException(refusal));

        var error = await Assert.ThrowsAsync<RoleNotReadyException>(UpdateAsync);

        Assert.StartsWith(
            $"Lambda does not accept role {Shop.Role} for function orders: {refusal} A role that was made moments ago",
            error.Message,
            StringComparison.Ordinal
        );
        _world.Lambda.RefusesNothing();
        Assert.Equal("updated", (await UpdateAsync()).Outcome);
    }

    [Fact]
    public async Task Any_other_refusal_is_final()
    {
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new InvalidParameterValueException("Unsupported handler"));

        await Assert.ThrowsAsync<InvalidParameterValueException>(UpdateAsync);
    }

    [Fact]
    public async Task While_Lambda_works_on_it_the_step_asks_to_be_called_again_and_then_completes_the_journal()
    {
        _world.Lambda.IsBusyAfterChanges = true;
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);
        _world.Lambda.Settle();

        Assert.Equal("updated", (await UpdateAsync()).Outcome);

        Assert.Single(_world.Lambda.Sent<UpdateFunctionConfigurationRequest>());
        Assert.True((await EntryAsync())!.Done);
    }

    [Fact]
    public async Task A_failed_update_from_before_the_release_is_ended_by_this_one()
    {
        _world.Lambda.FailUpdate("orders");

        Assert.Equal("updated", (await UpdateAsync()).Outcome);

        var latest = _world.Lambda.Latest("orders");
        Assert.Equal((512, LastUpdateStatus.Successful), (latest.MemorySize, latest.LastUpdateStatus));
    }

    [Fact]
    public async Task What_is_as_wanted_is_updated_all_the_same_when_the_last_update_failed()
    {
        _world.Lambda.Latest("orders").MemorySize = 512;
        _world.Lambda.FailUpdate("orders");

        Assert.Equal("updated", (await UpdateAsync()).Outcome);

        Assert.Equal(LastUpdateStatus.Successful, _world.Lambda.Latest("orders").LastUpdateStatus);
    }

    [Fact]
    public async Task A_failure_from_before_the_release_is_not_taken_for_its_own_after_a_lost_call()
    {
        _world.Lambda.FailUpdate("orders");
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new ResourceConflictException("busy"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);
        _world.Lambda.RefusesNothing();

        Assert.Equal("updated", (await UpdateAsync()).Outcome);
    }

    [Fact]
    public async Task An_update_that_Lambda_could_not_carry_out_fails_with_its_reason_and_is_not_sent_again()
    {
        _world.Lambda.IsBusyAfterChanges = true;
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);
        _world.Lambda.Latest("orders").MemorySize = 128;
        _world.Lambda.FailUpdate("orders");

        var error = await Assert.ThrowsAsync<FunctionFailedException>(UpdateAsync);

        Assert.Single(_world.Lambda.Sent<UpdateFunctionConfigurationRequest>());

        Assert.Equal(
            "The last update of function orders failed: The KMS key is disabled (DisabledKMSKey). Its code and configuration are the old ones.",
            error.Message
        );
    }

    [Fact]
    public async Task What_is_as_wanted_is_left_alone()
    {
        _world.Lambda.Latest("orders").MemorySize = 512;

        Assert.Equal("unchanged", (await UpdateAsync()).Outcome);

        Assert.Empty(_world.History.Events);
    }

    [Fact]
    public async Task Another_revision_than_the_one_that_was_read_is_not_overwritten()
    {
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new PreconditionFailedException("other revision"));

        var error = await Assert.ThrowsAsync<ResourceNotStabilizedException>(UpdateAsync);

        Assert.Equal("Function orders has changed since it was read", error.Message);
        Assert.Equal(128, _world.Lambda.Latest("orders").MemorySize);
    }

    private Task<ItemResult> UpdateAsync() => _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"));

    private Task<JournalEntry?> EntryAsync() => _world.EntryAsync(JournalPhase.Functions, ResourceKinds.FunctionConfiguration, "orders");
}
