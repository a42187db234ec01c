using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class ProbePlanTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Layers_are_proven_together_as_the_functions_use_them_and_each_combination_once()
    {
        var request = Shop.Request(
            _world.Function("orders", "a", "shared", "orders-layer"),
            _world.Function("stock", "b", "shared", "orders-layer"),
            _world.Function("mail", "c", "shared"),
            _world.Function("plain", "d")
        ) with
        {
            Layers = [_world.Layer("shared", "1"), _world.Layer("orders-layer", "2")],
        };

        Assert.Equal(["dotnet10 x86_64 shared orders-layer", "dotnet10 x86_64 shared"], await ProbesAsync(request));
    }

    [Fact]
    public async Task A_runtime_that_no_function_uses_is_proven_too()
    {
        var request = Shop.Request(_world.Function("orders", "a", "shared")) with
        {
            Layers = [_world.Layer("shared", "1", "dotnet10", "dotnet8") with { CompatibleArchitectures = ["x86_64", "arm64"] }],
        };

        Assert.Equal(
            ["dotnet10 x86_64 shared", "dotnet10 arm64 shared", "dotnet8 x86_64 shared", "dotnet8 arm64 shared"],
            await ProbesAsync(request)
        );
    }

    [Fact]
    public async Task At_most_five_layers_are_attached_to_a_probe()
    {
        var request = Shop.Request() with { Layers = [.. Enumerable.Range(1, 6).Select(i => _world.Layer($"l{i}", $"content {i}"))] };

        Assert.Equal(["dotnet10 x86_64 l1 l2 l3 l4 l5", "dotnet10 x86_64 l6"], await ProbesAsync(request));
    }

    [Fact]
    public async Task Nothing_that_is_unchanged_is_proven_again()
    {
        var arn = _world.Lambda.HasLayer("shared", Shop.Zip("layer"), ["dotnet10"], "x86_64");
        _world.HasFunction(code: "same code").Layers = [new() { Arn = arn }];
        _world.Lambda.HasAlias("orders", (await _world.Lambda.Client.PublishVersionAsync(new() { FunctionName = "orders" })).Version);

        Assert.Empty(
            await ProbesAsync(Shop.Request(_world.Function(code: "same code", layers: "shared")) with { Layers = [_world.Layer()] })
        );
    }

    [Fact]
    public async Task Two_releases_never_share_a_probe()
    {
        var request = Shop.Request() with { Layers = [_world.Layer()] };
        var first = Assert.Single((await _world.StartAsync(request)).Probes);
        using var other = new World();

        var second = Assert.Single((await other.StartAsync(request with { Id = "r2" })).Probes);

        Assert.Matches("^shop-probe-[0-9a-f]{8}-1$", first);
        Assert.NotEqual(first, second);
    }

    private async Task<IEnumerable<string>> ProbesAsync(ReleaseRequest request)
    {
        await _world.StartAsync(request);
        return (await _world.ReadPlanAsync()).Probes.Select(p => $"{p.Runtime} {p.Architecture} {string.Join(' ', p.Layers)}");
    }
}
