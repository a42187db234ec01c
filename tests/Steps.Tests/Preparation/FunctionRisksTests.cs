using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

/// <summary>Functions that somebody changed by hand, and layers that are gone: said before anything is touched, and at the end.</summary>
public sealed class FunctionRisksTests : IDisposable
{
    private const string Gone = "which does not exist any more or is not shared any more";
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_live_layer_that_is_gone_stops_the_release_before_it_touches_anything()
    {
        var layer = await HasLayerAsync("shared");
        _world.Lambda.DeleteLayer(layer);

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Shop.Request(_world.Function())));

        Assert.Contains(
            $"This release could not be rolled back: $LATEST of orders has layer {layer}, {Gone}",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("(\"not-reversible:orders\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_of_another_account_that_is_not_shared_any_more_is_gone_as_well()
    {
        _world.Lambda.Unshare(await HasLayerAsync("tools"));

        await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Shop.Request(_world.Function())));
    }

    [Fact]
    public async Task A_release_that_replaces_a_lost_layer_works_and_its_rollback_says_what_it_could_not_restore()
    {
        var layer = await HasLayerAsync("shared");
        _world.Lambda.DeleteLayer(layer);
        var request = Shop.Request(_world.Function(code: "old code", layers: "shared") with { MemorySize = 512 }) with
        {
            Layers = [_world.Layer()],
            Accept = ["not-reversible:orders"],
        };
        await _world.ShiftAsync(request);
        Assert.Equal(["arn:aws:lambda:us-west-2:123456789012:layer:shared:1"], _world.Lambda.Latest("orders").Layers.Select(l => l.Arn));
        _world.Lambda.DeleteLayer(layer);

        await _world.RevertAsync();

        var latest = _world.Lambda.Latest("orders");
        Assert.Equal((128, 0, "1"), (latest.MemorySize, latest.Layers.Count, _world.Lambda.Target("orders")));
        var left = Assert.Single(await _world.VerifyAsync(), r => r.Outcome == RevertOutcome.NotRestored);
        Assert.Equal("function-configuration:orders", left.Resource);
        Assert.StartsWith($"all but {layer}, {Gone}", left.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wanted_layer_that_is_not_to_be_had_is_an_error_of_the_plan(bool deleted)
    {
        var layer = _world.Lambda.HasLayer("tools", Shop.Zip("tools"), ["dotnet10"], "x86_64");
        if (deleted)
            _world.Lambda.DeleteLayer(layer);
        else
            _world.Lambda.Unshare(layer);

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() =>
            _world.StartAsync(Shop.Request(_world.Function(layers: layer)))
        );

        var one = Assert.Single(error.Errors);
        Assert.Equal("/functions/0/layers/0", one.Path);
        Assert.StartsWith($"layer version {layer} does not exist, or its owner does not share it", one.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_edit_is_said_by_names_and_digests_and_never_by_values()
    {
        await EditAsync();

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Shop.Request(_world.Function())));

        Assert.Contains("(\"edited:orders\")", error.Message, StringComparison.Ordinal);
        Assert.Contains("code (SHA-256 ", error.Message, StringComparison.Ordinal);
        Assert.Contains("memorySize, environment variable COLOR", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("purple", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_edit_of_what_is_released_already_is_undone_by_a_release_that_accepts_it()
    {
        await _world.HasLiveFunctionAsync(code: "same code");
        await _world.IsMonitoredAsync();
        _world.Lambda.Latest("orders").MemorySize = 999;
        var request = Shop.Request(_world.Function(code: "same code")) with { Accept = ["edited:orders"] };

        var report = await _world.CompleteAsync(request);

        Assert.Equal((128, ReleaseStatus.Succeeded), (_world.Lambda.Latest("orders").MemorySize, report.Status));
        Assert.DoesNotContain("changed nothing", report.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Accepted: $LATEST of orders was changed outside the releases: memorySize",
            report.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_edit_that_the_request_wants_as_well_is_no_loss()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.Edit("orders", "new code");

        await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.True((await _world.ReadPlanAsync()).HasChanges);
    }

    [Fact]
    public async Task An_edit_between_plan_and_update_stops_the_release_and_stays()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Shop.Request(_world.Function() with { MemorySize = 512 }));
        _world.Lambda.Edit("orders", "edited code");
        _world.Lambda.Latest("orders").MemorySize = 999;

        var configuration = await Assert.ThrowsAsync<DriftDetectedException>(() =>
            _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"))
        );
        var code = await Assert.ThrowsAsync<DriftDetectedException>(() => _world.Get<UpdateCodeStep>().UpdateCode(_world.Input("orders")));
        await _world.RevertAsync();

        Assert.StartsWith(
            "The configuration of function orders was changed outside release r1 after it was planned",
            configuration.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("The code of function orders was changed outside release r1", code.Message, StringComparison.Ordinal);
        Assert.Equal(
            (Shop.HashOf("edited code"), 999),
            (_world.Lambda.Latest("orders").CodeSha256, _world.Lambda.Latest("orders").MemorySize)
        );
    }

    [Fact]
    public async Task An_edit_after_the_version_was_published_is_a_warning_of_the_release()
    {
        await _world.HasLiveFunctionAsync();
        await _world.IsMonitoredAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _world.Lambda.Edit("orders", "edited code");
        _world.Lambda.Latest("orders").Environment = new EnvironmentResponse { Variables = new() { ["COLOR"] = "purple" } };

        var report = await _world.Get<CompleteReleaseStep>().CompleteRelease(_world.Input());

        Assert.Contains(
            "$LATEST of orders was changed outside the release after version 2 was published: code (SHA-256 ",
            report.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("purple", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_to_an_earlier_release_does_not_call_an_edit_what_that_release_had_left()
    {
        await _world.HasLiveFunctionAsync();
        await _world.CompleteAsync(Shop.Request("r1", _world.Function(code: "code of r1")));
        _world.Lambda.Edit("orders", "edited code");
        await _world.CompleteAsync(Shop.Request("r2", _world.Function(code: "code of r2")) with { Accept = ["edited:orders"] });

        var report = await _world.RollBackAsync(
            new RollbackRequest
            {
                Application = "shop",
                Environment = "development",
                To = "r1",
            },
            FakeExecutions.RollbackArn("back")
        );

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        Assert.Equal(Shop.HashOf("edited code"), _world.Lambda.Latest("orders").CodeSha256);
        Assert.Contains(
            "Everything but what was changed by hand after it is as that release left it",
            report.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Changed by hand after that release, and so again:\n- function-code:orders",
            report.Message,
            StringComparison.Ordinal
        );
    }

    private async Task<string> HasLayerAsync(string name)
    {
        var layer = _world.Lambda.HasLayer(name, Shop.Zip("old layer"), ["dotnet10"], "x86_64");
        _world.HasFunction().Layers = [new Layer { Arn = layer }];
        await _world.Lambda.Client.PublishVersionAsync(new PublishVersionRequest { FunctionName = "orders" });
        _world.Lambda.HasAlias("orders", "1");
        return layer;
    }

    private async Task EditAsync()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.Edit("orders", "edited code");
        var latest = _world.Lambda.Latest("orders");
        latest.MemorySize = 999;
        latest.Environment = new EnvironmentResponse { Variables = new() { ["COLOR"] = "purple" } };
    }
}
