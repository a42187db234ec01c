using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>What stands behind a method of an API; the name is <c>api/resource/METHOD</c>. Callers notice it with the next deployment only.</summary>
public sealed class IntegrationResource(RestApis apis) : IJournaledResource
{
    public string Kind => ResourceKinds.ApiIntegration;

    public static string NameOf(PlannedRoute route) => $"{route.ApiId}/{route.ResourceId}/{route.Method}";

    public async Task<JsonNode?> ReadAsync(string name) => (await FindAsync(name))?.ToJson();

    public async Task RestoreAsync(string name, JsonNode? before)
    {
        var parts = name.Split('/');
        if (before is null)
            await apis.DeleteIntegrationAsync(parts[0], parts[1], parts[2]);
        else
            await apis.PutIntegrationAsync(parts[0], parts[1], parts[2], IntegrationState.FromJson(before));
    }

    /// <summary>Puts the function behind the method.</summary>
    public async Task PointAsync(string name, string uri)
    {
        var parts = name.Split('/');
        await apis.PutIntegrationAsync(parts[0], parts[1], parts[2], IntegrationState.To(uri, await FindAsync(name)));
    }

    private Task<IntegrationState?> FindAsync(string name)
    {
        var parts = name.Split('/');
        return apis.FindIntegrationAsync(parts[0], parts[1], parts[2]);
    }
}

/// <summary>Which deployment a stage serves; the name is <c>api/stage</c>.</summary>
public sealed class StageDeploymentResource(RestApis apis) : IJournaledResource
{
    public string Kind => ResourceKinds.ApiStageDeployment;

    public static string NameOf(PlannedRoute route) => $"{route.ApiId}/{route.Stage}";

    public async Task<JsonNode?> ReadAsync(string name)
    {
        var parts = name.Split('/');
        return await apis.FindDeploymentAsync(parts[0], parts[1]) is { } deployment ? StateOf(deployment) : null;
    }

    public Task RestoreAsync(string name, JsonNode? before)
    {
        var parts = name.Split('/');
        return before is null
            ? throw new RollbackIncompleteException($"Stage {parts[1]} of API {parts[0]} was made by somebody else during the release; it is left alone")
            : apis.ServeAsync(parts[0], parts[1], before["deploymentId"]!.GetValue<string>());
    }

    public static JsonNode StateOf(string deployment) => new JsonObject { ["deploymentId"] = deployment };
}
