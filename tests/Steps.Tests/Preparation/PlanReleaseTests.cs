using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class PlanReleaseTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_function_that_does_not_exist_is_created()
    {
        var planned = await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.Equal(new ChangedFunction("orders", IsNew: true), Assert.Single(planned.Functions));
        Assert.Empty(planned.Adopt);
        Assert.True(planned.HasChanges);
        await AssertPlannedAsync(FunctionChange.Create, liveVersion: null, "does not exist yet");
    }

    [Fact]
    public async Task A_function_without_the_alias_is_adopted_and_updated()
    {
        _world.HasFunction();

        var planned = await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.Equal(["orders"], planned.Adopt);
        Assert.Equal(new ChangedFunction("orders", IsNew: false), Assert.Single(planned.Functions));
        await AssertPlannedAsync(FunctionChange.Update, liveVersion: null, "has no alias live yet");
    }

    [Fact]
    public async Task A_function_that_is_as_wanted_is_left_alone()
    {
        await _world.HasLiveFunctionAsync(code: "same code");
        await _world.IsMonitoredAsync();

        var planned = await _world.StartAsync(Shop.Request(_world.Function(code: "same code")));

        Assert.False(planned.HasChanges);
        Assert.Empty(planned.Functions);
        await AssertPlannedAsync(FunctionChange.None, liveVersion: "1");
    }

    [Fact]
    public async Task A_new_version_of_a_function_that_is_switched_off_is_a_risk()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.SwitchOff("orders");

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Shop.Request(_world.Function())));

        Assert.Contains("Function orders is switched off: its reserved concurrency is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("(\"switched-off:orders\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_accepts_that_gets_a_version_that_is_not_tested_and_not_said_to_have_passed()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.SwitchOff("orders");

        await _world.PublishAsync(Shop.Request(_world.Function()) with { Accept = ["switched-off:orders"] });

        Assert.Contains(
            (await _world.ReadPlanAsync()).Warnings,
            w => w.StartsWith("Accepted: Function orders is", StringComparison.Ordinal)
        );
        Assert.Equal(
            "version 2: skipped, the function is switched off",
            (await _world.Get<SmokeTestStep>().SmokeTest(_world.Input("orders"))).Outcome
        );
        Assert.Empty(_world.Lambda.Sent<InvokeRequest>());
    }

    [Fact]
    public async Task A_function_that_is_switched_off_and_not_changed_is_a_warning()
    {
        await _world.HasLiveFunctionAsync(code: "same code");
        _world.Lambda.SwitchOff("orders");

        await _world.StartAsync(Shop.Request(_world.Function(code: "same code")));

        Assert.StartsWith(
            "Function orders is switched off and stays so",
            Assert.Single((await _world.ReadPlanAsync()).Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everything_that_differs_from_the_live_version_is_named()
    {
        await _world.HasLiveFunctionAsync();
        var function = _world.Function() with
        {
            MemorySize = 512,
            Environment = new Dictionary<string, string> { ["COLOR"] = "blue" },
        };

        await _world.StartAsync(Shop.Request(function));

        await AssertPlannedAsync(FunctionChange.Update, liveVersion: "1", "code", "memorySize", "environment");
    }

    [Fact]
    public async Task What_counts_is_the_version_behind_the_alias_not_what_lies_in_LATEST()
    {
        await _world.HasLiveFunctionAsync(code: "old code");
        await _world.IsMonitoredAsync();
        _world.Lambda.Edit("orders", "new code");

        await _world.StartAsync(Shop.Request(_world.Function(code: "new code")));

        await AssertPlannedAsync(FunctionChange.Update, liveVersion: "1", "code");
    }

    [Fact]
    public async Task A_split_alias_is_a_reason_to_update()
    {
        await _world.HasLiveFunctionAsync(code: "same code");
        _world.Lambda.HasAlias("orders", "1", ("2", 0.1));

        await _world.StartAsync(Shop.Request(_world.Function(code: "same code")));

        await AssertPlannedAsync(FunctionChange.Update, liveVersion: "1", "the alias is split between versions");
    }

    [Fact]
    public async Task A_layer_with_the_same_content_is_kept_and_another_content_is_published()
    {
        var kept = _world.Lambda.HasLayer("kept", Shop.Zip("same layer"), ["dotnet10"], "x86_64");
        _world.Lambda.HasLayer("changed", Shop.Zip("old layer"), ["dotnet10"], "x86_64");
        var request = Shop.Request(_world.Function(layers: ["kept", "changed"])) with
        {
            Layers = [_world.Layer("kept", "same layer"), _world.Layer("changed", "new layer"), _world.Layer("added", "first layer")],
        };

        var planned = await _world.StartAsync(request);

        Assert.Equal(["changed", "added"], planned.Layers);
        Assert.Equal(
            [new PlannedLayer("kept", false, kept), new PlannedLayer("changed", true, null), new PlannedLayer("added", true, null)],
            (await _world.ReadPlanAsync()).Layers
        );
    }

    [Fact]
    public async Task The_same_content_for_other_runtimes_is_published_anew()
    {
        _world.Lambda.HasLayer("shared", Shop.Zip("layer"), ["dotnet8"], "x86_64");

        Assert.Equal(["shared"], (await _world.StartAsync(Shop.Request() with { Layers = [_world.Layer()] })).Layers);
    }

    [Fact]
    public async Task A_new_layer_version_updates_the_functions_that_use_it()
    {
        var old = _world.Lambda.HasLayer("shared", Shop.Zip("old layer"), ["dotnet10"], "x86_64");
        _world.HasFunction(code: "same code").Layers = [new() { Arn = old }];
        _world.Lambda.HasAlias("orders", (await _world.Lambda.Client.PublishVersionAsync(new() { FunctionName = "orders" })).Version);

        await _world.StartAsync(
            Shop.Request(_world.Function(code: "same code", layers: "shared")) with
            {
                Layers = [_world.Layer(content: "new layer")],
            }
        );

        await AssertPlannedAsync(FunctionChange.Update, liveVersion: "1", "layers");
    }

    [Fact]
    public async Task The_current_release_is_the_target_of_a_rollback()
    {
        var earlier = World.RecordOf(World.ReleaseOf("r0"), _world.Time.Now);
        await _world.MarkCurrentAsync(earlier);

        await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.Equal("r0", (await _world.ReadPlanAsync()).Previous);
    }

    [Fact]
    public async Task The_plan_knows_the_fencing_token_and_the_tests()
    {
        var planned = await _world.StartAsync(
            Shop.Request(_world.Function()) with
            {
                EndToEndTests = [new EndToEndTest { Name = "an order", Function = "orders" }],
            }
        );

        Assert.Equal(["an order"], planned.EndToEndTests);
        Assert.Equal(_world.Release, (await _world.ReadPlanAsync()).Release);
        Assert.Equal(1, _world.Release.Token);
    }

    [Fact]
    public async Task A_failed_update_is_a_reason_to_update_also_of_what_is_as_wanted()
    {
        await _world.HasLiveFunctionAsync(code: "same code");
        await _world.IsMonitoredAsync();
        _world.Lambda.FailUpdate("orders");
        // Lambda shows what has not taken effect; nobody's work is lost.
        _world.Lambda.Latest("orders").MemorySize = 999;

        Assert.True((await _world.StartAsync(Shop.Request(_world.Function(code: "same code")))).HasChanges);

        await AssertPlannedAsync(FunctionChange.Update, "1", "its last update failed");
    }

    [Fact]
    public async Task A_function_that_is_still_being_updated_is_waited_for()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.Latest("orders").LastUpdateStatus = Amazon.Lambda.LastUpdateStatus.InProgress;

        var error = await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.StartAsync(Shop.Request(_world.Function())));

        Assert.Equal("Function orders is Active, its last update InProgress", error.Message);
    }

    private async Task AssertPlannedAsync(FunctionChange change, string? liveVersion, params string[] reasons)
    {
        var function = Assert.Single((await _world.ReadPlanAsync()).Functions);
        Assert.Equal((change, liveVersion), (function.Change, function.LiveVersion));
        Assert.Equal(reasons, function.Reasons);
    }
}
