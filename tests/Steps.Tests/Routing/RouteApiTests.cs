using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Routing;

public sealed class RouteApiTests : IDisposable
{
    private const string Alias = "arn:aws:lambda:us-west-2:123456789012:function:orders:live";

    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_stage_serves_the_alias_and_the_alias_permits_exactly_this_method()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();

        await _world.RouteAsync();

        Assert.Equal(Alias, _world.Apis.Served());
        Assert.Equal("POST", _world.Apis.Edited()!.HttpMethod);
        var permission = Assert.Single(_world.Lambda.Sent<AddPermissionRequest>());
        Assert.Equal(
            (
                "orders",
                "live",
                "apigateway.amazonaws.com",
                "lambda:InvokeFunction",
                "arn:aws:execute-api:us-west-2:123456789012:api1/live/POST/hooks"
            ),
            (permission.FunctionName, permission.Qualifier, permission.Principal, permission.Action, permission.SourceArn)
        );
    }

    [Fact]
    public async Task The_permission_is_there_before_the_stage_turns_and_goes_after_it_has_turned_back()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        await _world.RouteAsync();
        await _world.RevertAsync();

        var events = _world.History.Events.Where(e => !e.Contains('#')).ToList();
        Assert.True(events.IndexOf("AddPermission orders") < events.IndexOf("CreateDeployment api1"));
        Assert.True(events.IndexOf("UpdateStage api1") < events.IndexOf("RemovePermission orders"));
    }

    [Fact]
    public async Task A_mock_is_restored_with_its_templates_and_responses_and_the_old_deployment()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        await _world.RouteAsync();

        await _world.RevertAsync();

        Assert.Equal(("MOCK", "d1"), (_world.Apis.Served(), _world.Apis.Deployment()));
        var integration = _world.Apis.Edited()!;
        Assert.Equal(
            (IntegrationType.MOCK, """{"statusCode": 503}""", "{}"),
            (
                integration.Type,
                integration.RequestTemplates["application/json"],
                integration.IntegrationResponses["503"].ResponseTemplates["application/json"]
            )
        );
        Assert.Empty(_world.Lambda.Statements("orders", "live"));
        Assert.All(await _world.VerifyAsync(), r => Assert.Contains(r.Outcome, new[] { RevertOutcome.Restored, RevertOutcome.Removed }));
    }

    [Fact]
    public async Task What_stands_beside_the_function_in_an_integration_stays()
    {
        _world.Apis.Has(FakeApis.Proxy("orders"));
        await StartAsync();

        await _world.RouteAsync();

        Assert.Equal((Alias, 7000), (_world.Apis.Served(), _world.Apis.Edited()!.TimeoutInMillis));
    }

    [Fact]
    public async Task An_integration_that_invokes_with_a_role_keeps_it_and_a_rollback_brings_the_function_back_with_it()
    {
        const string Role = "arn:aws:iam::123456789012:role/service-role/orders-api";
        var integration = FakeApis.Proxy("orders");
        integration.Credentials = Role;
        _world.Apis.Has(integration);
        await StartAsync();

        await _world.RouteAsync();
        Assert.Equal((Alias, Role), (_world.Apis.Served(), _world.Apis.Edited()!.Credentials));
        await _world.RevertAsync();

        Assert.Equal((FakeApis.Proxy("orders").Uri, Role), (_world.Apis.Edited()!.Uri, _world.Apis.Edited()!.Credentials));
    }

    [Fact]
    public async Task An_integration_that_streams_its_answers_goes_on_streaming_them_from_the_alias_and_after_a_rollback()
    {
        const string Streamed =
            "arn:aws:apigateway:us-west-2:lambda:path/2021-11-15/functions/arn:aws:lambda:us-west-2:123456789012:function:{0}/response-streaming-invocations";
        var integration = FakeApis.Proxy("orders");
        (integration.Uri, integration.ResponseTransferMode) = (
            string.Format(CultureInfo.InvariantCulture, Streamed, "orders"),
            ResponseTransferMode.STREAM
        );
        _world.Apis.Has(integration);
        await StartAsync();

        await _world.RouteAsync();
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, Streamed, "orders:live"), _world.Apis.Edited()!.Uri);
        Assert.Equal(ResponseTransferMode.STREAM, _world.Apis.Edited()!.ResponseTransferMode);
        await _world.RevertAsync();

        Assert.Equal(integration.Uri, _world.Apis.Edited()!.Uri);
        Assert.Equal(ResponseTransferMode.STREAM, _world.Apis.Edited()!.ResponseTransferMode);
    }

    [Theory]
    [InlineData("PutIntegration")]
    [InlineData("CreateDeployment")]
    public async Task A_lost_answer_of_the_API_deploys_it_once(string operation)
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        _world.Apis.LosesReplyOf(operation);
        await Assert.ThrowsAsync<AwsUnavailableException>(() => _world.RouteAsync());

        await _world.RouteAsync();

        Assert.Equal(Alias, _world.Apis.Served());
        Assert.Single(_world.Apis.Sent<CreateDeploymentRequest>());
        Assert.True((await _world.EntryAsync(JournalPhase.Switching, ResourceKinds.ApiStageDeployment, "api1/live"))!.Done);
    }

    [Fact]
    public async Task A_stage_that_others_leave_no_deployment_waits_for_its_turn_and_is_no_outage()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        _world.Apis.Refuses(
            "CreateDeployment",
            new AwsUnavailableException(
                "CreateDeployment failed",
                new Amazon.APIGateway.Model.TooManyRequestsException("Too Many Requests")
            )
        );

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => _world.RouteAsync());
    }

    [Fact]
    public async Task A_lost_answer_of_the_permission_adds_it_once()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        _world.Lambda.LosesReplyOf("AddPermission");
        await Assert.ThrowsAsync<AwsUnavailableException>(() => _world.RouteAsync());

        await _world.RouteAsync();

        Assert.Single(_world.Lambda.Statements("orders", "live"));
    }

    [Fact]
    public async Task A_new_function_gets_the_route_only_after_it_has_an_alias()
    {
        _world.Apis.Has(FakeApis.Mock());
        await _world.StartAsync(Request());

        await _world.RouteAsync();
        Assert.Equal("MOCK", _world.Apis.Served());

        await _world.ShiftAsync(Request());
        Assert.Equal(Alias, _world.Apis.Served());
    }

    [Fact]
    public async Task A_rollback_takes_the_route_from_a_new_function_before_its_alias_goes()
    {
        _world.Apis.Has(FakeApis.Mock());
        await _world.ShiftAsync(Request());
        _world.History.Clear();

        await _world.RevertAsync();

        var events = _world.History.Events.ToList();
        Assert.True(events.IndexOf("UpdateStage api1") < events.IndexOf("DeleteAlias orders"));
        Assert.Equal("MOCK", _world.Apis.Served());
    }

    [Fact]
    public async Task A_route_that_points_to_the_alias_already_is_not_touched()
    {
        _world.Apis.Has(FakeApis.Mock());
        await _world.CompleteAsync(Request());
        var deployment = _world.Apis.Deployment();

        var planned = await _world.StartAsync(Request() with { Id = "r2" });

        Assert.False(planned.HasChanges);
        await _world.RouteAsync();
        Assert.Equal(deployment, _world.Apis.Deployment());
    }

    [Fact]
    public async Task An_absent_API_is_skipped_and_said()
    {
        var report = await _world.CompleteAsync(Request());

        Assert.Contains("""Warnings:""", report.Message, StringComparison.Ordinal);
        Assert.Contains(
            """- API "hooks api1" does not exist; its routes were left out: POST /hooks""",
            report.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stage_a_method_and_a_layer_that_do_not_exist_are_reported_at_once()
    {
        _world.Apis.Has(FakeApis.Mock());
        var layer = _world.Lambda.HasLayer("tools", Shop.Zip("tools"), ["dotnet10"], "x86_64");
        _world.Lambda.DeleteLayer(layer);
        var request = Request();
        request = request with
        {
            Functions = [_world.Function(layers: layer)],
            Api =
            [
                new ApiRequest
                {
                    Name = "hooks api1",
                    Stage = "prod",
                    Routes =
                    [
                        new ApiRoute
                        {
                            Method = "GET",
                            Path = "/none",
                            Function = "orders",
                        },
                    ],
                },
            ],
        };

        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => _world.StartAsync(request));

        Assert.Equal(
            $"""
            The release request has 3 errors:
            - functions/0/layers/0: layer version {layer} does not exist, or its owner does not share it with this account. Name another version, or ask the owner to let this account call lambda:GetLayerVersion on it
            - api/0/stage: API "hooks api1" has no stage "prod"; it has: live
            - api/0/routes/0: API "hooks api1" has no method GET /none; create it, or correct method and path
            """,
            error.Message
        );
    }

    [Fact]
    public async Task A_stage_that_somebody_else_has_deployed_since_is_not_turned_back()
    {
        _world.Apis.Has(FakeApis.Mock());
        await StartAsync();
        await _world.RouteAsync();
        await _world.Apis.Client.CreateDeploymentAsync(
            new CreateDeploymentRequest
            {
                RestApiId = "api1",
                StageName = "live",
                Description = "by hand",
            }
        );

        await _world.RevertAsync();

        var result = Assert.Single(await _world.VerifyAsync(), r => r.Outcome == RevertOutcome.NotRestored);
        Assert.Equal("api-stage-deployment:api1/live", result.Resource);
        Assert.Contains("it was changed outside the release meanwhile", result.Why, StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.StartAsync(Request());
    }

    private ReleaseRequest Request() =>
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
                        new ApiRoute
                        {
                            Method = "POST",
                            Path = "/hooks",
                            Function = "orders",
                        },
                    ],
                },
            ],
        };
}
