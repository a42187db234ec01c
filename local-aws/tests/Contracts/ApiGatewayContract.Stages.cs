using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

public sealed partial class ApiGatewayContract
{
    [Fact]
    public async Task CreateDeployment_can_name_a_stage()
    {
        var (api, _) = await IntegrationAsync();

        var deployment = await _apis.CreateDeploymentAsync(
            new CreateDeploymentRequest
            {
                RestApiId = api,
                StageName = "live",
                Description = "d",
            }
        );

        Assert.Equal(deployment.Id, (await StageAsync(api)).DeploymentId);
    }

    [Fact]
    public async Task GetDeployment_returns_its_description()
    {
        var (api, _) = await IntegrationAsync();
        var id = await DeployAsync(api);

        var found = await _apis.GetDeploymentAsync(new GetDeploymentRequest { RestApiId = api, DeploymentId = id });

        Assert.Equal((id, "d"), (found.Id, found.Description));
        Assert.NotNull(found.CreatedDate);
    }

    [Fact]
    public async Task GetDeployments_has_each()
    {
        var (api, _) = await IntegrationAsync();
        var ids = new[] { await DeployAsync(api), await DeployAsync(api) };

        var found = (await _apis.GetDeploymentsAsync(new GetDeploymentsRequest { RestApiId = api })).Items.Select(item => item.Id);

        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DeleteDeployment_refuses_one_that_a_stage_uses()
    {
        var (api, _) = await IntegrationAsync();
        var (used, unused) = (await DeployAsync(api), await DeployAsync(api));
        await _apis.CreateStageAsync(
            new CreateStageRequest
            {
                RestApiId = api,
                StageName = "live",
                DeploymentId = used,
            }
        );

        await _apis.DeleteDeploymentAsync(new DeleteDeploymentRequest { RestApiId = api, DeploymentId = unused });

        await Assert.ThrowsAsync<NotFoundException>(() =>
            _apis.GetDeploymentAsync(new GetDeploymentRequest { RestApiId = api, DeploymentId = unused })
        );
        await Assert.ThrowsAsync<BadRequestException>(() =>
            _apis.DeleteDeploymentAsync(new DeleteDeploymentRequest { RestApiId = api, DeploymentId = used })
        );
    }

    [Fact]
    public async Task CreateStage_takes_variables()
    {
        var (api, _) = await IntegrationAsync();

        var stage = await _apis.CreateStageAsync(
            new CreateStageRequest
            {
                RestApiId = api,
                StageName = "live",
                DeploymentId = await DeployAsync(api),
                Variables = new() { ["a"] = "b" },
            }
        );

        Assert.Equal(("live", "b"), (stage.StageName, stage.Variables["a"]));
    }

    [Fact]
    public async Task GetStage_of_an_unknown_one_is_not_found() =>
        await Assert.ThrowsAsync<NotFoundException>(async () => await StageAsync(await ApiAsync()));

    [Fact]
    public async Task GetStages_has_each()
    {
        var (api, _) = await IntegrationAsync();
        await _apis.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api, StageName = "live" });

        Assert.Equal(
            ["live"],
            (await _apis.GetStagesAsync(new GetStagesRequest { RestApiId = api })).Item.Select(stage => stage.StageName)
        );
    }

    [Fact]
    public async Task UpdateStage_moves_it_to_another_deployment()
    {
        var (api, _) = await IntegrationAsync();
        await _apis.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api, StageName = "live" });
        var other = await DeployAsync(api);

        await _apis.UpdateStageAsync(
            new UpdateStageRequest
            {
                RestApiId = api,
                StageName = "live",
                PatchOperations =
                [
                    new PatchOperation
                    {
                        Op = Op.Replace,
                        Path = "/deploymentId",
                        Value = other,
                    },
                ],
            }
        );

        Assert.Equal(other, (await StageAsync(api)).DeploymentId);
    }

    [Fact]
    public async Task GetExport_is_what_a_stage_serves_with_the_extensions_of_API_Gateway()
    {
        var (api, _) = await IntegrationAsync();
        await _apis.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api, StageName = "live" });

        var export = await _apis.GetExportAsync(
            new GetExportRequest
            {
                RestApiId = api,
                StageName = "live",
                ExportType = "oas30",
                Parameters = new() { ["extensions"] = "apigateway" },
            }
        );

        var integration = JsonNode.Parse(export.Body)!["paths"]!["/webhook"]!["post"]!["x-amazon-apigateway-integration"]!;
        Assert.Equal(("aws_proxy", Uri), ((string?)integration["type"], (string?)integration["uri"]));
    }

    [Fact]
    public async Task CreateAuthorizer_gives_an_id() => Assert.NotEmpty((await GuardAsync(await ApiAsync())).Id);

    [Fact]
    public async Task GetAuthorizers_has_each()
    {
        var api = await ApiAsync();
        await GuardAsync(api);

        var found = (await _apis.GetAuthorizersAsync(new GetAuthorizersRequest { RestApiId = api })).Items;

        Assert.Equal([("guard", AuthorizerType.TOKEN, Uri)], found.Select(a => (a.Name, a.Type, a.AuthorizerUri)));
    }

    [Fact]
    public async Task GetRequestValidators_of_an_API_without_one_has_none() =>
        Assert.Empty((await _apis.GetRequestValidatorsAsync(new GetRequestValidatorsRequest { RestApiId = await ApiAsync() })).Items ?? []);

    private Task<CreateAuthorizerResponse> GuardAsync(string api) =>
        _apis.CreateAuthorizerAsync(
            new CreateAuthorizerRequest
            {
                RestApiId = api,
                Name = "guard",
                Type = AuthorizerType.TOKEN,
                AuthorizerUri = Uri,
                IdentitySource = "method.request.header.Authorization",
            }
        );

    private async Task<string> DeployAsync(string api) =>
        (await _apis.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api, Description = "d" })).Id;

    private Task<GetStageResponse> StageAsync(string api) =>
        _apis.GetStageAsync(new GetStageRequest { RestApiId = api, StageName = "live" });
}
