using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>REST APIs: what stands behind their methods, and which deployment their stages serve.</summary>
public sealed class RestApis(IAmazonAPIGateway apis)
{
    // The most that API Gateway gives at once.
    private const int PageSize = 500;

    public Task<IReadOnlyList<RestApi>> ListAsync() =>
        Pages.ReadAsync<RestApi>(async position =>
        {
            var page = await apis.GetRestApisAsync(new GetRestApisRequest { Limit = PageSize, Position = position });
            return (page.Items, page.Position);
        });

    /// <summary>
    /// The paths of an API with their methods and integrations, as they are edited now; stages may serve an older state. None when
    /// the API is gone.
    /// </summary>
    public Task<IReadOnlyList<Resource>> ListResourcesAsync(string api) =>
        PagesAsync<Resource>(async position =>
        {
            var page = await apis.GetResourcesAsync(
                new GetResourcesRequest
                {
                    RestApiId = api,
                    Limit = PageSize,
                    Position = position,
                    Embed = ["methods"],
                }
            );
            return (page.Items, page.Position);
        });

    /// <summary>None when the API is gone.</summary>
    public async Task<IReadOnlyList<Stage>> ListStagesAsync(string api) =>
        (
            await Missing.OrNullAsync<GetStagesResponse, NotFoundException>(() =>
                apis.GetStagesAsync(new GetStagesRequest { RestApiId = api })
            )
        )?.Item
        ?? [];

    /// <inheritdoc cref="ListStagesAsync"/>
    public Task<IReadOnlyList<Authorizer>> ListAuthorizersAsync(string api) =>
        PagesAsync<Authorizer>(async position =>
        {
            var page = await apis.GetAuthorizersAsync(
                new GetAuthorizersRequest
                {
                    RestApiId = api,
                    Limit = PageSize,
                    Position = position,
                }
            );
            return (page.Items, page.Position);
        });

    /// <inheritdoc cref="ListStagesAsync"/>
    public Task<IReadOnlyList<RequestValidator>> ListValidatorsAsync(string api) =>
        PagesAsync<RequestValidator>(async position =>
        {
            var page = await apis.GetRequestValidatorsAsync(
                new GetRequestValidatorsRequest
                {
                    RestApiId = api,
                    Limit = PageSize,
                    Position = position,
                }
            );
            return (page.Items, page.Position);
        });

    /// <summary>The API as a stage serves it: OpenAPI 3.0 with the extensions of API Gateway.</summary>
    public async Task<JsonNode> ExportAsync(string api, string stage)
    {
        var export = await apis.GetExportAsync(
            new GetExportRequest
            {
                RestApiId = api,
                StageName = stage,
                ExportType = "oas30",
                Parameters = new() { ["extensions"] = "apigateway" },
            }
        );
        return JsonNode.Parse(export.Body)!;
    }

    public async Task<IntegrationState?> FindIntegrationAsync(string api, string resource, string method)
    {
        var live = await Missing.OrNullAsync<GetIntegrationResponse, NotFoundException>(() =>
            apis.GetIntegrationAsync(
                new GetIntegrationRequest
                {
                    RestApiId = api,
                    ResourceId = resource,
                    HttpMethod = method,
                }
            )
        );
        return live is null ? null : IntegrationState.Of(live);
    }

    public async Task PutIntegrationAsync(string api, string resource, string method, IntegrationState wanted)
    {
        await TranslatingConflictsAsync(() => apis.PutIntegrationAsync(wanted.ToRequest(api, resource, method)));
        var present = (await FindIntegrationAsync(api, resource, method))?.Responses;
        foreach (var status in (present ?? []).Keys.Where(s => wanted.Responses?.ContainsKey(s) is not true))
            await TranslatingConflictsAsync(() =>
                apis.DeleteIntegrationResponseAsync(
                    new DeleteIntegrationResponseRequest
                    {
                        RestApiId = api,
                        ResourceId = resource,
                        HttpMethod = method,
                        StatusCode = status,
                    }
                )
            );
        foreach (var (status, response) in wanted.Responses ?? [])
            await TranslatingConflictsAsync(() => apis.PutIntegrationResponseAsync(response.ToRequest(api, resource, method, status)));
    }

    public async Task DeleteIntegrationAsync(string api, string resource, string method)
    {
        try
        {
            await TranslatingConflictsAsync(() =>
                apis.DeleteIntegrationAsync(
                    new DeleteIntegrationRequest
                    {
                        RestApiId = api,
                        ResourceId = resource,
                        HttpMethod = method,
                    }
                )
            );
        }
        catch (NotFoundException)
        {
            // Gone already.
        }
    }

    /// <summary>Id of the deployment that a stage serves; null when there is no such stage.</summary>
    public async Task<string?> FindDeploymentAsync(string api, string stage) => (await FindStageAsync(api, stage))?.DeploymentId;

    /// <summary>The stage; null when it or its API is not there.</summary>
    public Task<GetStageResponse?> FindStageAsync(string api, string stage) =>
        Missing.OrNullAsync<GetStageResponse, NotFoundException>(() =>
            apis.GetStageAsync(new GetStageRequest { RestApiId = api, StageName = stage })
        );

    public async Task<string?> DescribeDeploymentAsync(string api, string deployment) =>
        (
            await Missing.OrNullAsync<GetDeploymentResponse, NotFoundException>(() =>
                apis.GetDeploymentAsync(new GetDeploymentRequest { RestApiId = api, DeploymentId = deployment })
            )
        )?.Description;

    /// <summary>Freezes the API as it is edited now and lets the stage serve that.</summary>
    public async Task DeployAsync(string api, string stage, string description)
    {
        try
        {
            await TranslatingConflictsAsync(() =>
                apis.CreateDeploymentAsync(
                    new CreateDeploymentRequest
                    {
                        RestApiId = api,
                        StageName = stage,
                        Description = description,
                    }
                )
            );
        }
        catch (AwsUnavailableException e) when (e.InnerException is TooManyRequestsException)
        {
            // One deployment in five seconds is what the account gets. Others deploy too: its turn comes, and is no outage.
            throw new ResourceNotStabilizedException($"Stage {stage} of API {api} waits for its turn to be deployed: {e.Message}");
        }
    }

    public Task SetStageDeploymentAsync(string api, string stage, string deployment) =>
        TranslatingConflictsAsync(() =>
            apis.UpdateStageAsync(
                new UpdateStageRequest
                {
                    RestApiId = api,
                    StageName = stage,
                    PatchOperations =
                    [
                        new PatchOperation
                        {
                            Op = Op.Replace,
                            Path = "/deploymentId",
                            Value = deployment,
                        },
                    ],
                }
            )
        );

    private static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read)
    {
        try
        {
            return await Pages.ReadAsync(read);
        }
        catch (NotFoundException)
        {
            return [];
        }
    }

    private static async Task TranslatingConflictsAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (ConflictException e)
        {
            // API Gateway takes one change of an API at a time.
            throw new ResourceNotStabilizedException($"The API is being changed: {e.Message}");
        }
    }
}
