using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Resources;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class RevertChangeTests : IDisposable
{
    private const string Traffic = "JOURNAL#70#alias:orders:live";
    private const string Adoption = "JOURNAL#10#alias:orders:live";
    private const string Configuration = "JOURNAL#50#function-configuration:orders";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Everything_that_a_release_changed_is_restored()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function() with { MemorySize = 512 }, _world.Function("added", "first code")));

        var results = await _world.RevertAsync();

        Assert.All(
            results.Where(r => r.Resource.Contains("orders", StringComparison.Ordinal)),
            r => Assert.Equal(RevertOutcome.Restored, r.Outcome)
        );
        Assert.All(
            results.Where(r => r.Resource.Contains("added", StringComparison.Ordinal)),
            r => Assert.Equal(RevertOutcome.Removed, r.Outcome)
        );
        Assert.Equal("1", _world.Lambda.Target("orders"));
        Assert.Null(_world.Lambda.Target("added"));
        Assert.False(_world.Lambda.Exists("added"));
        var latest = _world.Lambda.Latest("orders");
        Assert.Equal((128, Shop.HashOf("old code")), (latest.MemorySize, latest.CodeSha256));
    }

    [Fact]
    public async Task An_alias_goes_back_with_its_weights_and_the_revision_that_was_read()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.HasAlias("orders", "1", ("7", 0.25));
        await _world.ShiftAsync(Shop.Request(_world.Function()));

        await _world.RevertAsync(Traffic);

        Assert.Equal("1 + 7:0.25", _world.Lambda.Target("orders"));
        Assert.NotNull(_world.Lambda.Sent<UpdateAliasRequest>()[^1].RevisionId);
    }

    [Fact]
    public async Task Configuration_and_code_go_back_with_the_revision_that_was_read()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function() with { MemorySize = 512 }));

        await _world.RevertAsync();

        Assert.NotNull(_world.Lambda.Sent<UpdateFunctionConfigurationRequest>()[^1].RevisionId);
        Assert.NotNull(_world.Lambda.Sent<UpdateFunctionCodeRequest>()[^1].RevisionId);
    }

    [Fact]
    public async Task An_alias_without_weights_goes_back_with_an_empty_map_that_clears_what_is_there()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));

        await _world.RevertAsync(Traffic);

        Assert.Empty(_world.Lambda.Sent<UpdateAliasRequest>()[^1].RoutingConfig.AdditionalVersionWeights);
    }

    [Fact]
    public async Task An_adopted_alias_goes_back_to_its_baseline_at_once_and_disappears_at_the_end()
    {
        _world.HasFunction();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        Assert.Equal("2", _world.Lambda.Target("orders"));

        Assert.Equal(RevertOutcome.Restored, (await _world.RevertAsync(Traffic)).Outcome);
        Assert.Equal("1", _world.Lambda.Target("orders"));

        Assert.Equal(RevertOutcome.Removed, (await _world.RevertAsync(Adoption)).Outcome);
        Assert.Null(_world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_still_says_what_the_first_one_restored()
    {
        _world.HasFunction();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        var first = await _world.RevertAsync();
        _world.History.Clear();

        Assert.Equal(first, await _world.RevertAsync());

        Assert.DoesNotContain(_world.History.Events, e => e.Contains("orders", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_never_happened_needs_no_rollback()
    {
        await _world.HasLiveFunctionAsync();
        await _world.PublishAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("UpdateAlias", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() =>
            _world.Get<Steps.Traffic.ShiftTrafficStep>().ShiftTraffic(_world.Stage(0))
        );
        _world.Lambda.RefusesNothing();

        Assert.Equal(new RevertResult("alias:orders:live", RevertOutcome.Already), await _world.RevertAsync(Traffic));
    }

    [Fact]
    public async Task A_change_that_was_about_to_be_made_when_the_rollback_came_fails()
    {
        await _world.HasLiveFunctionAsync();
        await _world.PublishAsync(Shop.Request(_world.Function()));
        var aliases = _world.Get<AliasResource>();
        var revision = (await aliases.ReadAsync("orders:live")).Revision;
        await _world
            .Get<Steps.Journaling.Journal>()
            .OpenAsync(
                _world.Release,
                JournalPhase.Traffic,
                new ResourceId(ResourceKinds.Alias, "orders:live"),
                Shop.Target("1"),
                Shop.Target("2")
            );

        Assert.Equal(RevertOutcome.Already, (await _world.RevertAsync(Traffic)).Outcome);

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() =>
            aliases.UpdateAsync("orders:live", AliasTarget.AllTo("2"), revision)
        );
        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task What_was_about_to_be_created_when_the_rollback_came_is_waited_for()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        await _world
            .Get<Steps.Journaling.Journal>()
            .OpenAsync(_world.Release, JournalPhase.Functions, new ResourceId(ResourceKinds.Function, "orders"), null);

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.RevertAsync("JOURNAL#50#function:orders"));
        _world.Time.Now += TimeSpan.FromSeconds(21);

        Assert.Equal(RevertOutcome.Already, (await _world.RevertAsync("JOURNAL#50#function:orders")).Outcome);
    }

    [Fact]
    public async Task What_was_about_to_be_changed_and_has_no_revision_is_waited_for()
    {
        const string Entry = "JOURNAL#60#log-retention:/aws/lambda/orders";
        _world.Logs.Has("/aws/lambda/orders", 7);
        await _world.StartAsync(Shop.Request(_world.Function()));
        await _world
            .Get<Steps.Journaling.Journal>()
            .OpenAsync(
                _world.Release,
                JournalPhase.Monitoring,
                new ResourceId(ResourceKinds.LogRetention, "/aws/lambda/orders"),
                new JsonObject { ["retentionInDays"] = 7 }
            );

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.RevertAsync(Entry));
        _world.Logs.Has("/aws/lambda/orders", 90);
        _world.Time.Now += TimeSpan.FromSeconds(21);

        Assert.Equal(RevertOutcome.Restored, (await _world.RevertAsync(Entry)).Outcome);
        Assert.Equal(7, _world.Logs.Retention("/aws/lambda/orders"));
    }

    [Fact]
    public async Task What_somebody_else_did_while_the_release_s_own_change_was_refused_is_left_to_a_person()
    {
        await _world.HasLiveFunctionAsync();
        await _world.PublishAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("UpdateAlias", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() =>
            _world.Get<Steps.Traffic.ShiftTrafficStep>().ShiftTraffic(_world.Stage(0))
        );
        _world.Lambda.RefusesNothing();
        _world.Lambda.HasAlias("orders", "9");

        Assert.Equal(RevertOutcome.NotRestored, (await _world.RevertAsync(Traffic)).Outcome);
        Assert.Equal("9", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_restored_all_the_same()
    {
        await _world.HasLiveFunctionAsync();
        await _world.PublishAsync(Shop.Request(_world.Function()));
        _world.Lambda.LosesReplyOf("UpdateAlias");
        await Assert.ThrowsAsync<AwsUnavailableException>(() => _world.Get<Steps.Traffic.ShiftTrafficStep>().ShiftTraffic(_world.Stage(0)));

        Assert.Equal(RevertOutcome.Restored, (await _world.RevertAsync(Traffic)).Outcome);

        Assert.Equal("1", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_left_to_a_person()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _world.Lambda.HasAlias("orders", "9");

        var result = await _world.RevertAsync(Traffic);

        Assert.Equal(
            new RevertResult(
                "alias:orders:live",
                RevertOutcome.NotRestored,
                "it was changed outside the release meanwhile. Compared with what the release had made: version is 9, was 2. "
                    + "Compared with what was there before: version is 9, was 1"
            ),
            result
        );
        Assert.Equal("9", _world.Lambda.Target("orders"));
    }

    [Fact]
    public async Task What_Lambda_refuses_is_reported_and_does_not_stop_the_others()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _world.Lambda.Refuses("UpdateAlias", new InvalidParameterValueException("version 1 is gone"));

        Assert.Equal(
            new RevertResult("alias:orders:live", RevertOutcome.NotRestored, "version 1 is gone"),
            await _world.RevertAsync(Traffic)
        );
        Assert.Equal(RevertOutcome.Restored, (await _world.RevertAsync("JOURNAL#50#function-code:orders")).Outcome);
    }

    [Fact]
    public async Task A_busy_function_is_asked_again_and_not_given_up()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));
        _world.Lambda.IsBusyAfterChanges = true;
        await _world.Get<CreateFunctionStep>().CreateFunction(_world.Input("orders"));

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.RevertAsync("JOURNAL#50#function:orders"));
        _world.Lambda.Settle();

        Assert.Equal(RevertOutcome.Removed, (await _world.RevertAsync("JOURNAL#50#function:orders")).Outcome);
    }

    [Fact]
    public async Task An_update_that_Lambda_could_not_carry_out_is_restored()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function() with { MemorySize = 512 }));
        await _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"));
        _world.Lambda.Latest("orders").LastUpdateStatus = LastUpdateStatus.Failed;

        Assert.Equal(RevertOutcome.Restored, (await _world.RevertAsync(Configuration)).Outcome);

        Assert.Equal(
            (128, LastUpdateStatus.Successful),
            (_world.Lambda.Latest("orders").MemorySize, _world.Lambda.Latest("orders").LastUpdateStatus)
        );
    }

    [Fact]
    public async Task When_neither_the_releases_update_nor_the_one_that_undoes_it_took_effect_all_is_as_before()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function() with { MemorySize = 512 }));
        _world.Lambda.IsBusyAfterChanges = true;
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() =>
            _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"))
        );
        FailUpdate();
        await _world.RevertAsync(Configuration);
        FailUpdate();

        Assert.Equal([new RevertResult("function-configuration:orders", RevertOutcome.Restored)], await _world.VerifyAsync());

        void FailUpdate()
        {
            _world.Lambda.Latest("orders").MemorySize = 128;
            _world.Lambda.FailUpdate("orders");
        }
    }

    [Fact]
    public async Task A_function_that_somebody_deleted_cannot_be_brought_back()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _world.Lambda.Remove("orders");

        var result = await _world.RevertAsync("JOURNAL#50#function-code:orders");

        Assert.Equal(RevertOutcome.NotRestored, result.Outcome);
        Assert.StartsWith(
            "it was changed outside the release meanwhile. Compared with what the release had made: it is gone.",
            result.Why,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_lost_the_lock_puts_nothing_back()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        var plan = await _world.PlanRollbackAsync();
        await _world.LoseLockAsync();

        await Assert.ThrowsAsync<LockLostException>(() => _world.RevertAsync(plan));

        Assert.Equal("2", _world.Lambda.Target("orders"));
        Assert.Contains(
            "lost the lock",
            (await _world.VerifyAsync()).Single(r => r.Resource == "alias:orders:live").Why,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_rollback_reads_the_same_few_items_however_long_the_journal_is() =>
        Assert.Equal(await ReadsOfOneRevertAsync(functions: 1), await ReadsOfOneRevertAsync(functions: 6));

    private static async Task<int> ReadsOfOneRevertAsync(int functions)
    {
        using var world = new World();
        var names = Enumerable.Range(1, functions).Select(i => $"f{i}").ToList();
        foreach (var name in names)
            await world.HasLiveFunctionAsync(name);
        await world.ShiftAsync(Shop.Request([.. names.Select(name => world.Function(name))]));
        var plan = await world.PlanRollbackAsync();
        world.Ledger.Client.ClearReceivedCalls();

        await world.Get<RevertChangeStep>().RevertChange(new ItemInput { Release = plan.Release, Name = "JOURNAL#70#alias:f1:live" });

        var calls = world.Ledger.Client.ReceivedCalls().Select(call => call.GetMethodInfo().Name).ToList();
        Assert.DoesNotContain("QueryAsync", calls);
        return calls.Count(call => call == "GetItemAsync");
    }
}
