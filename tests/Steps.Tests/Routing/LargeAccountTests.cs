using Amazon.APIGateway.Model;
using Amazon.EventBridge.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

/// <summary>An account with 60 REST APIs and 300 rules, most of which have nothing to do with a release.</summary>
public sealed class LargeAccountTests : IAsyncLifetime, IDisposable
{
    // The time-out of PlanRelease and of RouteApi in template.yaml.
    private static readonly TimeSpan Planning = TimeSpan.FromMinutes(15),
        Routing = TimeSpan.FromMinutes(10);

    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        for (var i = 1; i <= 60; i++)
            _world.Apis.Has(FakeApis.Proxy("others"), Id(i), $"/hooks-{i}");
        for (var i = 1; i <= 300; i++)
            _world.Events.Has("default", $"rule-{i}", new Target { Id = "t", Arn = "arn:aws:sqs:us-west-2:123456789012:queue" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task It_is_planned_in_time_without_being_throttled()
    {
        var account = await RunAsync("PlanRelease", () => _world.StartAsync(Request(routed: 1)));

        Assert.Empty(account.Throttled);
        Assert.InRange(account.End, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));
        Assert.True(account.End < Planning);
    }

    [Fact]
    public async Task No_API_is_read_twice()
    {
        var account = await RunAsync("PlanRelease", () => _world.StartAsync(Request(routed: 8)));

        Assert.Equal(60, account.Count<GetResourcesRequest>());
        Assert.Equal(0, account.Count<GetIntegrationRequest>());
    }

    [Fact]
    public async Task A_release_of_layers_alone_reads_no_triggers()
    {
        var account = await RunAsync("PlanRelease", () => _world.StartAsync(Shop.Request() with { Layers = [_world.Layer()] }));

        Assert.Equal(0, account.Count<GetResourcesRequest>());
        Assert.Equal(0, account.Count<ListTargetsByRuleRequest>());
    }

    [Fact]
    public async Task An_API_that_invokes_with_a_role_of_its_own_is_found_without_a_trace_in_the_policy()
    {
        var integration = FakeApis.Proxy("orders");
        integration.Credentials = "arn:aws:iam::123456789012:role/api";
        _world.Apis.Has(integration, Id(41), "/role");

        var error = await Assert.ThrowsAsync<TriggersBypassAliasException>(() => _world.StartAsync(Request(routed: 1)));

        Assert.Contains($"POST /role of API \"hooks {Id(41)}\" ({Id(41)}) invokes orders:$LATEST", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_stages_are_deployed_at_the_pace_of_the_quota_in_time()
    {
        await _world.StartAsync(Request(routed: 8));

        var account = await RunAsync("RouteApi", () => _world.RouteAsync());

        Assert.Equal(8, account.Count<CreateDeploymentRequest>());
        Assert.Empty(account.Throttled);
        Assert.InRange(account.End, TimeSpan.FromSeconds(35), Routing);
        Assert.All(Routed(8), id => Assert.EndsWith(":orders:live", _world.Apis.Served(id), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rollback_of_eight_stages_is_not_throttled_either()
    {
        await _world.StartAsync(Request(routed: 8));
        await _world.RouteAsync();
        var plan = await _world.PlanRollbackAsync();

        var account = await RunAsync("RevertChange", () => _world.RevertAsync(plan));

        Assert.Equal(0, account.Count<CreateDeploymentRequest>());
        Assert.Empty(account.Throttled);
        Assert.All(Routed(8), id => Assert.EndsWith(":others", _world.Apis.Served(id), StringComparison.Ordinal));
    }

    private ReleaseRequest Request(int routed) =>
        Shop.Request(_world.Function()) with
        {
            Api =
            [
                .. Routed(routed)
                    .Select(id => new ApiRequest
                    {
                        Id = id,
                        Stage = "live",
                        Routes =
                        [
                            new ApiRoute
                            {
                                Method = "POST",
                                Path = $"/hooks-{id[3..].TrimStart('0')}",
                                Function = "orders",
                            },
                        ],
                    }),
            ],
        };

    private static IEnumerable<string> Routed(int count) => Enumerable.Range(1, count).Select(Id);

    private static string Id(int number) => $"api{number:00}";

    private async Task<PacedAccount> RunAsync(string step, Func<Task> run)
    {
        var account = new PacedAccount();
        account.Takes(sideBySide: 1, [await StepCalls.OfAsync(_world, step, run)]);
        return account;
    }
}
