using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

/// <summary>Stacks, environments and applications that share an account.</summary>
public sealed class FunctionOwnersTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("shop/production@ledger")]
    [InlineData("till/development@ledger")]
    [InlineData("shop/development@another-stack")]
    [InlineData("somebody")]
    public async Task A_function_of_another_environment_application_or_stack_is_left_alone(string owner)
    {
        await HasFunctionOfAsync(owner);

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Shop.Request(_world.Function())));

        Assert.Equal("owned-by-other:orders", Assert.Single(error.Risks).Name);
        Assert.Contains($"Function orders belongs to {owner} (its tag coderipple:owner", error.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Lambda.Sent<TagResourceRequest>());
    }

    [Fact]
    public async Task A_function_moves_here_when_the_request_says_so_and_back_when_the_release_is_rolled_back()
    {
        await HasFunctionOfAsync("till/development@ledger");
        _world.Lambda.Tags("orders")["team"] = "blue";

        await _world.ShiftAsync(Moving());
        Assert.Equal(Shop.Owner, Owner());
        await _world.RollBackAsync();

        Assert.Equal("till/development@ledger", Owner());
        Assert.Equal("blue", _world.Lambda.Tags("orders")["team"]);
        Assert.Contains(new RevertResult("function-owner:orders", RevertOutcome.Restored), await _world.VerifyAsync());
    }

    [Fact]
    public async Task A_function_does_not_move_while_its_owner_releases_it()
    {
        await HasFunctionOfAsync("till/development@ledger");
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("t1") with { Application = "till" });

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => _world.StartAsync(Moving()));

        Assert.Equal("/functions/0", Assert.Single(error.Errors).Path);
        Assert.Contains("execution:release:t1 is under way there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_releases_own_lock_is_not_taken_for_that_of_another_stack()
    {
        await HasFunctionOfAsync("shop/development@another-stack");

        Assert.Equal(["orders"], (await _world.StartAsync(Moving())).Adopt);
    }

    [Fact]
    public async Task A_function_of_nobody_is_taken_over_and_the_plan_says_so()
    {
        await HasFunctionOfAsync(owner: null);
        _world.Lambda.Tags("orders")["team"] = "blue";

        await _world.PublishAsync(Shop.Request(_world.Function()));

        Assert.Equal(
            ["No tag coderipple:owner says whose orders is: from this release on, shop/development@ledger's"],
            (await _world.ReadPlanAsync()).Warnings
        );
        Assert.Equal((Shop.Owner, "blue"), (Owner(), _world.Lambda.Tags("orders")["team"]));
        Assert.Equal("1", _world.Lambda.Target("orders"));
        Assert.Equal(["1", "2"], _world.Lambda.Versions("orders").Select(v => v.Version));
    }

    [Fact]
    public async Task The_rollback_takes_the_tag_away_again_and_no_other()
    {
        await HasFunctionOfAsync(owner: null);
        _world.Lambda.Tags("orders")["team"] = "blue";
        await _world.ShiftAsync(Shop.Request(_world.Function()));

        var report = await _world.RollBackAsync();

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        Assert.Equal(["team"], _world.Lambda.Tags("orders").Keys);
        Assert.Contains(new RevertResult("function-owner:orders", RevertOutcome.Removed), await _world.VerifyAsync());
    }

    [Fact]
    public async Task A_release_without_changes_claims_nothing()
    {
        await HasFunctionOfAsync(owner: null, code: "same code");
        await _world.IsMonitoredAsync();

        await _world.StartAsync(Shop.Request(_world.Function(code: "same code")));

        Assert.Empty((await _world.ReadPlanAsync()).Warnings);
    }

    [Fact]
    public async Task A_function_that_a_release_creates_is_its_own_from_the_start()
    {
        await _world.PublishAsync(Shop.Request(_world.Function()));

        Assert.Equal(Shop.Owner, Owner());
        Assert.Empty(_world.Lambda.Sent<TagResourceRequest>());
    }

    [Fact]
    public async Task Of_two_applications_that_planned_the_same_function_the_second_one_stops_before_it_changes_anything()
    {
        await HasFunctionOfAsync(owner: null);
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.Tags("orders")[FunctionOwner.Tag] = "till/development@ledger";

        var error = await Assert.ThrowsAsync<DriftDetectedException>(() =>
            _world.Get<AdoptFunctionStep>().AdoptFunction(_world.Input("orders"))
        );

        Assert.StartsWith("Function orders belongs to till/development@ledger since", error.Message, StringComparison.Ordinal);
        Assert.Equal("till/development@ledger", Owner());
    }

    [Fact]
    public async Task Of_two_that_claim_a_function_at_the_same_moment_the_one_that_lost_it_stops()
    {
        await HasFunctionOfAsync(owner: null);
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world
            .Lambda.Client.When(c => c.TagResourceAsync(Arg.Any<TagResourceRequest>(), Arg.Any<CancellationToken>()))
            .Do(call => call.Arg<TagResourceRequest>().Tags[FunctionOwner.Tag] = "till/development@ledger");

        await Assert.ThrowsAsync<DriftDetectedException>(() => _world.Get<AdoptFunctionStep>().AdoptFunction(_world.Input("orders")));
        await _world.RevertAsync();

        Assert.Equal("till/development@ledger", Owner());
    }

    [Fact]
    public async Task No_version_is_published_of_a_function_that_somebody_else_has_claimed()
    {
        await HasFunctionOfAsync(Shop.Owner);
        await _world.StartAsync(Shop.Request(_world.Function()));
        await _world.UpdateAsync("orders");
        _world.Lambda.Tags("orders")[FunctionOwner.Tag] = "till/development@ledger";

        await Assert.ThrowsAsync<DriftDetectedException>(() => _world.Get<PublishVersionStep>().PublishVersion(_world.Input("orders")));

        Assert.Single(_world.Lambda.Versions("orders"));
    }

    [Fact]
    public async Task A_lost_answer_claims_once()
    {
        await HasFunctionOfAsync(owner: null);
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.LosesReplyOf("TagResource");
        await Assert.ThrowsAsync<AwsUnavailableException>(() => _world.Get<AdoptFunctionStep>().AdoptFunction(_world.Input("orders")));

        var result = await _world.Get<AdoptFunctionStep>().AdoptFunction(_world.Input("orders"));

        Assert.Equal("belongs to shop/development@ledger", result.Outcome);
        Assert.Single(_world.Lambda.Sent<TagResourceRequest>());
        Assert.True((await _world.EntryAsync(JournalPhase.Adoption, ResourceKinds.FunctionOwner, "orders"))!.Done);
    }

    [Fact]
    public async Task Tags_that_Lambda_does_not_know_at_the_moment_are_asked_for_again()
    {
        await HasFunctionOfAsync(Shop.Owner);
        _world.Lambda.HidesTags = true;

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.StartAsync(Shop.Request(_world.Function())));
    }

    private ReleaseRequest Moving() => Shop.Request(_world.Function()) with { Accept = ["owned-by-other:orders"] };

    private string? Owner() => _world.Lambda.Tags("orders").GetValueOrDefault(FunctionOwner.Tag);

    private async Task HasFunctionOfAsync(string? owner, string code = "old code")
    {
        await _world.HasLiveFunctionAsync(code: code);
        _world.Lambda.Tags("orders").Remove(FunctionOwner.Tag);
        if (owner is not null)
            _world.Lambda.Tags("orders")[FunctionOwner.Tag] = owner;
    }
}
