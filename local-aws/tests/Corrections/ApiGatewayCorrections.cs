using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class ApiGatewayCorrections
{
    [Correction("UpdateIntegration changes the integration; the deployed stage keeps the old one until the next deployment")]
    public static async Task Update_integration(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        var before = await DeployedUriAsync(aws, api.Id);
        await aws.ApiGateway.UpdateIntegrationAsync(
            new UpdateIntegrationRequest
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "POST",
                PatchOperations =
                [
                    new PatchOperation
                    {
                        Op = Op.Replace,
                        Path = "/uri",
                        Value = TestApi.Uri("other"),
                    },
                ],
            }
        );
        Assert.Equal(before, await DeployedUriAsync(aws, api.Id));
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        Assert.Equal(TestApi.Uri("other"), await DeployedUriAsync(aws, api.Id));
    }

    [Correction("PutIntegration keeps the mode of its answers and what its VPC link leads to")]
    public static async Task Whole_integration(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.PutIntegrationAsync(Integration(IntegrationType.HTTP_PROXY, ResponseTransferMode.STREAM));

        var live = await aws.ApiGateway.GetIntegrationAsync(
            new GetIntegrationRequest
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "POST",
            }
        );
        Assert.Equal(
            (ResponseTransferMode.STREAM, "link", "arn:of:balancer"),
            (live.ResponseTransferMode, live.ConnectionId, live.IntegrationTarget)
        );
        await Refused.ByAsync(
            "BadRequestException",
            400,
            () => aws.ApiGateway.PutIntegrationAsync(Integration(IntegrationType.HTTP, ResponseTransferMode.STREAM))
        );

        PutIntegrationRequest Integration(IntegrationType type, ResponseTransferMode mode) =>
            new()
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "POST",
                Type = type,
                IntegrationHttpMethod = "GET",
                Uri = "http://balancer.test/",
                ConnectionType = ConnectionType.VPC_LINK,
                ConnectionId = "link",
                IntegrationTarget = "arn:of:balancer",
                ResponseTransferMode = mode,
            };
    }

    [Correction("An export has what the stage serves, not what is edited, with the integrations of its methods")]
    public static async Task Export(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        await aws.ApiGateway.PutIntegrationAsync(
            new PutIntegrationRequest
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "POST",
                Type = IntegrationType.AWS_PROXY,
                IntegrationHttpMethod = "POST",
                Uri = TestApi.Uri("draft"),
            }
        );

        var export = await aws.ApiGateway.GetExportAsync(
            new GetExportRequest
            {
                RestApiId = api.Id,
                StageName = "prod",
                ExportType = "oas30",
                Parameters = new() { ["extensions"] = "apigateway" },
            }
        );

        var integration = JsonNode.Parse(export.Body)!["paths"]!["/webhook"]!["post"]!["x-amazon-apigateway-integration"];
        Assert.Equal(TestApi.Uri("webhook"), (string?)integration?["uri"]);
    }

    [Correction("The authorizers of an HTTP API are listed")]
    public static async Task Authorizers(AwsClients aws)
    {
        var api = (string)
            (
                await aws.JsonAsync(
                    "apigateway",
                    HttpMethod.Post,
                    "/v2/apis",
                    new { name = TestFunctions.NewName("api"), protocolType = "HTTP" }
                )
            ).Json!["apiId"]!;
        var guard = new
        {
            name = "guard",
            authorizerType = "REQUEST",
            authorizerUri = TestApi.Uri("guard"),
            authorizerPayloadFormatVersion = "2.0",
            identitySource = new[] { "$request.header.Authorization" },
        };
        await aws.JsonAsync("apigateway", HttpMethod.Post, $"/v2/apis/{api}/authorizers", guard);

        var listed = (await aws.JsonAsync("apigateway", HttpMethod.Get, $"/v2/apis/{api}/authorizers")).Json!["items"]!.AsArray();

        Assert.Equal(TestApi.Uri("guard"), (string?)Assert.Single(listed)!["authorizerUri"]);
    }

    [Correction("A stage with a canary is deployed only with a canary")]
    public static async Task Past_the_canary(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        await aws.ApiGateway.CreateDeploymentAsync(
            new CreateDeploymentRequest
            {
                RestApiId = api.Id,
                StageName = "prod",
                CanarySettings = new DeploymentCanarySettings { PercentTraffic = 10 },
            }
        );

        await Refused.ByAsync(
            "BadRequestException",
            400,
            () => aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" })
        );
    }

    [Correction("Deploying again keeps the stage's variables")]
    public static async Task Variables(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(
            new CreateDeploymentRequest
            {
                RestApiId = api.Id,
                StageName = "prod",
                Variables = new() { ["a"] = "1" },
            }
        );
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        Assert.Equal("1", (await StageAsync(aws, api.Id)).Variables?["a"]);
    }

    [Correction("An unknown deployment is refused by UpdateStage and CreateStage")]
    public static async Task Unknown_deployment(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        await Refused.ByAsync("BadRequestException", 400, () => PatchAsync(aws, api.Id, (Op.Replace, "/deploymentId", "bogus")));
        await Refused.ByAsync(
            "NotFoundException",
            404,
            () =>
                aws.ApiGateway.CreateStageAsync(
                    new CreateStageRequest
                    {
                        RestApiId = api.Id,
                        StageName = "next",
                        DeploymentId = "bogus",
                    }
                )
        );
    }

    [Correction("UpdateStage applies all patches or none")]
    public static async Task All_or_none(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" });
        await Refused.ByAsync(
            "BadRequestException",
            400,
            () => PatchAsync(aws, api.Id, (Op.Replace, "/variables/a", "1"), (Op.Replace, "/deploymentId", "bogus"))
        );
        Assert.True((await StageAsync(aws, api.Id)).Variables is not { Count: > 0 });
    }

    [Correction("Patches of the canary leave the stage's deployment alone; copying promotes it")]
    public static async Task Canary(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        var first = (await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" })).Id;
        var second = (await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id })).Id;
        await PatchAsync(
            aws,
            api.Id,
            (Op.Replace, "/canarySettings/deploymentId", second),
            (Op.Replace, "/canarySettings/percentTraffic", "10")
        );
        var stage = await StageAsync(aws, api.Id);
        Assert.Equal((first, second, 10.0), (stage.DeploymentId, stage.CanarySettings?.DeploymentId, stage.CanarySettings?.PercentTraffic));
        await PatchAsync(aws, api.Id, (Op.Copy, "/deploymentId", null), (Op.Remove, "/canarySettings", null));
        stage = await StageAsync(aws, api.Id);
        Assert.Equal((second, null), (stage.DeploymentId, stage.CanarySettings?.DeploymentId));
    }

    [Correction("A missing integration is 404")]
    public static async Task Missing_integration(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.PutMethodAsync(
            new PutMethodRequest
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "GET",
                AuthorizationType = "NONE",
            }
        );
        await Refused.ByAsync(
            "NotFoundException",
            404,
            () =>
                aws.ApiGateway.GetIntegrationAsync(
                    new GetIntegrationRequest
                    {
                        RestApiId = api.Id,
                        ResourceId = api.ResourceId,
                        HttpMethod = "GET",
                    }
                )
        );
    }

    [Correction("An API is deployed only when each of its methods has an integration")]
    public static async Task Without_integration(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        await aws.ApiGateway.PutMethodAsync(
            new PutMethodRequest
            {
                RestApiId = api.Id,
                ResourceId = api.ResourceId,
                HttpMethod = "GET",
                AuthorizationType = "NONE",
            }
        );
        await Refused.ByAsync(
            "BadRequestException",
            400,
            () => aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id })
        );
    }

    [Correction("A deployment that a stage uses cannot be deleted, one that none uses can")]
    public static async Task Delete(AwsClients aws)
    {
        var api = await TestApi.CreateAsync(aws);
        var first = (await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" })).Id;
        var second = (
            await aws.ApiGateway.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = api.Id, StageName = "prod" })
        ).Id;
        await Refused.ByAsync(
            "BadRequestException",
            400,
            () => aws.ApiGateway.DeleteDeploymentAsync(new DeleteDeploymentRequest { RestApiId = api.Id, DeploymentId = second })
        );
        await aws.ApiGateway.DeleteDeploymentAsync(new DeleteDeploymentRequest { RestApiId = api.Id, DeploymentId = first });
    }

    private static Task<GetStageResponse> StageAsync(AwsClients aws, string api) =>
        aws.ApiGateway.GetStageAsync(new GetStageRequest { RestApiId = api, StageName = "prod" });

    private static async Task<string?> DeployedUriAsync(AwsClients aws, string api)
    {
        var stage = await aws.LocalAsync(HttpMethod.Get, $"stage?api={api}&stage=prod");
        return (string?)stage.Json["Resources"]?[0]?["Methods"]?["POST"]?["Uri"];
    }

    private static Task PatchAsync(AwsClients aws, string api, params (Op Op, string Path, string? Value)[] patches) =>
        aws.ApiGateway.UpdateStageAsync(
            new UpdateStageRequest
            {
                RestApiId = api,
                StageName = "prod",
                PatchOperations =
                [
                    .. patches.Select(patch => new PatchOperation
                    {
                        Op = patch.Op,
                        Path = patch.Path,
                        Value = patch.Value,
                        From = patch.Op == Op.Copy ? "/canarySettings" + patch.Path : null,
                    }),
                ],
            }
        );
}
