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
    public async Task<IReadOnlyList<Resource>> ListResourcesAsync(string api)
    {
        try
        {
            return await Pages.ReadAsync<Resource>(async position =>
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
        }
        catch (NotFoundException)
        {
            return [];
        }
    }

    public async Task<IReadOnlyList<string>> ListStagesAsync(string api) =>
        [.. ((await apis.GetStagesAsync(new GetStagesRequest { RestApiId = api })).Item ?? []).Select(s => s.StageName)];

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
