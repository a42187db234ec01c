using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>REST APIs, read only.</summary>
public sealed class StageReads(IAmazonAPIGateway apis, CallPace pace)
{
    /// <summary>The stage; null when it or its API is not there.</summary>
    public Task<GetStageResponse?> FindStageAsync(string api, string stage) =>
        FindAsync(() => apis.GetStageAsync(new GetStageRequest { RestApiId = api, StageName = stage }));

    /// <summary>What a method leads to; null when there is no such method, or nothing behind it.</summary>
    public async Task<string?> FindIntegrationAsync(string api, string resourceId, string method) =>
        (await FindAsync(() => apis.GetIntegrationAsync(new GetIntegrationRequest { RestApiId = api, ResourceId = resourceId, HttpMethod = method })))?.Uri;

    private async Task<T?> FindAsync<T>(Func<Task<T>> read) where T : class
    {
        await pace.WaitAsync(CallPace.Other);
        try
        {
            return await read();
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
