using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

/// <summary>Deploying a stage publishes the whole API: other people's half-done work is not published unasked.</summary>
public sealed class UndeployedChangesTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        _world.Apis.Has(FakeApis.Mock());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_method_that_nobody_has_deployed_stops_a_release_that_would_publish_it()
    {
        _world.Apis.Adds("/draft", FakeApis.Mock());

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            "The release deploys stage \"live\" of API \"hooks api1\", which publishes 1 other change of the API: POST /draft is new. Deploy or undo it first (\"undeployed-changes:hooks api1/live\")",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_published_when_the_request_accepts_that_by_name()
    {
        _world.Apis.Adds("/draft", FakeApis.Mock());

        await _world.StartAsync(Request() with { Accept = ["undeployed-changes:hooks api1/live"] });

        Assert.Contains((await _world.ReadPlanAsync()).Warnings, w => w.Contains("POST /draft is new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_others_have_edited_is_named_with_what_is_other()
    {
        _world.Apis.Adds("/other", FakeApis.Mock());
        _world.Apis.HasStage("live");
        _world.Apis.Adds("/none", FakeApis.Mock());
        _world.Apis.HasStage("test");
        await _world.Apis.Client.PutIntegrationAsync(
            new PutIntegrationRequest
            {
                RestApiId = "api1",
                ResourceId = "r-api1-1",
                HttpMethod = "POST",
                Type = IntegrationType.MOCK,
                TimeoutInMillis = 5000,
                RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" },
            }
        );

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            "publishes 2 other changes of the API: POST /none is new; POST /other has another request templates, responses, time-out.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_release_s_own_routes_are_no_changes_of_others()
    {
        _world.Apis.Adds("/new", FakeApis.Mock());

        var planned = await _world.StartAsync(Request("/hooks", "/new"));

        Assert.True(planned.HasChanges);
        Assert.Empty((await _world.ReadPlanAsync()).Warnings);
    }

    [Fact]
    public async Task A_release_that_deploys_nothing_does_not_care()
    {
        await _world.CompleteAsync(Request());
        _world.Apis.Adds("/draft", FakeApis.Mock());

        await _world.StartAsync(Request() with { Id = "r2" });

        Assert.Empty((await _world.ReadPlanAsync()).Warnings);
    }

    [Fact]
    public async Task A_route_that_was_edited_and_never_deployed_is_deployed()
    {
        await _world.CompleteAsync(Request());
        _world.Apis.Edits(FakeApis.Mock());
        _world.Apis.HasStage("live");
        _world.Apis.Edits(FakeApis.Proxy("orders:live"));

        var planned = await _world.StartAsync(Request() with { Id = "r2" });
        await _world.RouteAsync();

        Assert.True(planned.HasChanges);
        Assert.EndsWith(":orders:live", _world.Apis.Served(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_cannot_be_read_is_a_risk_not_a_silence()
    {
        _world.Apis.NoExport = new AmazonAPIGatewayException("not authorized to perform apigateway:GET");

        var error = await Assert.ThrowsAsync<RisksNotAcceptedException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            "whether that publishes changes of others is not known: what the stage serves could not be read (not authorized to perform apigateway:GET)",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stage_with_a_canary_is_not_deployed()
    {
        _world.Apis.HasCanary("live");

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => _world.StartAsync(Request()));

        Assert.Contains(
            "api/0/stage: stage \"live\" of API \"hooks api1\" has a canary release, and API Gateway does not deploy past one; promote or delete the canary, then release",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_integration_that_other_stages_share_by_a_variable_is_not_rewritten()
    {
        _world.Apis.Edits(FakeApis.Proxy("${stageVariables.target}"));
        _world.Apis.HasStage("live", new() { ["target"] = "orders-old" });
        _world.Apis.HasStage("dev", new() { ["target"] = "orders-dev" });

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => _world.StartAsync(Request()));

        Assert.Contains("which other stages use too (dev); so it is not rewritten.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Let variable target of stage \"live\" lead to orders:live", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_leads_to_the_alias_is_left_as_it_is()
    {
        _world.Apis.Edits(FakeApis.Proxy("${stageVariables.target}"));
        _world.Apis.HasStage("live", new() { ["target"] = "orders:live" });
        _world.Apis.HasStage("dev", new() { ["target"] = "orders-dev" });

        await _world.CompleteAsync(Request());

        Assert.Empty(_world.Apis.Sent<PutIntegrationRequest>());
        Assert.Empty(_world.Apis.Sent<CreateDeploymentRequest>());
        Assert.Single(_world.Lambda.Statements("orders", "live"));
    }

    [Fact]
    public async Task A_variable_of_the_only_stage_gives_way_to_the_alias()
    {
        _world.Apis.Edits(FakeApis.Proxy("${stageVariables.target}"));
        _world.Apis.HasStage("live", new() { ["target"] = "orders" });

        await _world.CompleteAsync(Request());

        Assert.EndsWith(":orders:live", _world.Apis.Served(), StringComparison.Ordinal);
    }

    private ReleaseRequest Request(params string[] paths) =>
        Shop.Request(_world.Function()) with
        {
            Api =
            [
                new ApiRequest
                {
                    Name = "hooks api1",
                    Stage = "live",
                    Routes =
                    [
                        .. paths
                            .DefaultIfEmpty("/hooks")
                            .Select(path => new ApiRoute
                            {
                                Method = "POST",
                                Path = path,
                                Function = "orders",
                            }),
                    ],
                },
            ],
        };
}
