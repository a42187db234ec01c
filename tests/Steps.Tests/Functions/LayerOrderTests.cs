using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Functions;

/// <summary>Code and layers of a function fit together before and after a release; on the way old ones meet new ones.</summary>
public sealed class LayerOrderTests : IDisposable
{
    private const long Half = 180_000_000;
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task New_layers_that_do_not_fit_beside_the_old_code_come_after_the_new_code()
    {
        await FromCodeToLayerAsync();

        Assert.Equal(
            ["UpdateFunctionCode orders", "UpdateFunctionConfiguration orders", "PublishVersion orders"],
            Calls("UpdateFunction", "PublishVersion")
        );
        var published = _world.Lambda.Versions("orders")[^1];
        Assert.Equal(Shop.HashOf("new code"), published.CodeSha256);
        Assert.Equal(_world.Lambda.LayerVersions("shared"), published.Layers.Select(l => l.Arn));
    }

    [Fact]
    public async Task Other_settings_do_not_wait_for_the_layers()
    {
        await FromCodeToLayerAsync(memory: 512);

        Assert.Equal(
            ["UpdateFunctionConfiguration orders", "UpdateFunctionCode orders", "UpdateFunctionConfiguration orders"],
            Calls("UpdateFunction")
        );
        // The first one was refused.
        Assert.Equal([1, 0, 1], _world.Lambda.Sent<UpdateFunctionConfigurationRequest>().Select(r => r.Layers.Count));
    }

    [Fact]
    public async Task Layers_that_leave_go_before_the_code_that_would_not_fit_beside_them()
    {
        await HasLayerAsync();
        _world.Lambda.Weighs("new code", Half);

        await _world.PublishAsync(Shop.Request(_world.Function()));

        Assert.Equal(["UpdateFunctionConfiguration orders", "UpdateFunctionCode orders"], Calls("UpdateFunction"));
    }

    [Fact]
    public async Task A_rollback_finds_the_way_back_through_the_same_narrow_place()
    {
        await FromCodeToLayerAsync();
        _world.History.Clear();

        var plan = await _world.PlanRollbackAsync();
        // Its state machine asks again.
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.RevertAsync(plan));
        await _world.RevertAsync(plan);

        var latest = _world.Lambda.Latest("orders");
        Assert.Equal((Shop.HashOf("old code"), 0), (latest.CodeSha256, latest.Layers.Count));
        Assert.All(await _world.VerifyAsync(), r => Assert.NotEqual(RevertOutcome.NotRestored, r.Outcome));
    }

    [Fact]
    public async Task The_way_back_to_layers_is_as_wide()
    {
        var layer = await HasLayerAsync();
        _world.Lambda.Weighs("new code", Half);
        await _world.PublishAsync(Shop.Request(_world.Function()));

        await _world.RevertAsync();

        var latest = _world.Lambda.Latest("orders");
        Assert.Equal((Shop.HashOf("old code"), layer), (latest.CodeSha256, Assert.Single(latest.Layers).Arn));
    }

    [Fact]
    public async Task What_does_not_fit_together_in_the_end_fails_with_the_name_of_the_function()
    {
        _world.Lambda.Weighs("new code", Half);
        var error = await Assert.ThrowsAsync<PackageTooLargeException>(() => FromCodeToLayerAsync());

        Assert.Equal(
            "Function orders: Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is 360000000 bytes.",
            error.Message
        );
    }

    private async Task FromCodeToLayerAsync(int memory = 128)
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.Weighs("old code", Half);
        _world.Lambda.Weighs("layer", Half);
        await _world.PublishAsync(
            Shop.Request(_world.Function(layers: "shared") with { MemorySize = memory }) with
            {
                Layers = [_world.Layer()],
            }
        );
    }

    private async Task<string> HasLayerAsync()
    {
        var layer = _world.Lambda.HasLayer("shared", Shop.Zip("layer"), ["dotnet10"], "x86_64");
        _world.Lambda.Weighs("layer", Half);
        _world.HasFunction().Layers = [new Layer { Arn = layer }];
        await _world.Lambda.Client.PublishVersionAsync(new PublishVersionRequest { FunctionName = "orders" });
        _world.Lambda.HasAlias("orders", "1");
        _world.History.Clear();
        return layer;
    }

    private IEnumerable<string> Calls(params string[] beginnings) =>
        _world.History.Events.Where(e => beginnings.Any(b => e.StartsWith(b, StringComparison.Ordinal)));
}
