using System.Text.Json.Serialization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary>What stands behind a method of an API. Callers notice it with the next deployment only.</summary>
public sealed class IntegrationResource(RestApis apis)
    : JournaledResource<IntegrationState>(ResourceKinds.ApiIntegration, IntegrationStateJson.Default.IntegrationState)
{
    public override async Task<Snapshot<IntegrationState>> ReadAsync(string name)
    {
        var (api, resource, method) = MethodName.Parse(name);
        return new(await apis.FindIntegrationAsync(api, resource, method));
    }

    /// <summary>Puts a function behind the method.</summary>
    public Change PointTo(JournalPhase phase, MethodName method, string uri) =>
        ChangeBy(
            phase,
            method.ToString(),
            isMade: state => state?.PointsTo(uri) is true,
            make: current => PutAsync(method, IntegrationState.To(uri, current.State))
        );

    public override Task UpdateAsync(string name, IntegrationState state, string? revision) => PutAsync(MethodName.Parse(name), state);

    public override Task DeleteAsync(string name)
    {
        var (api, resource, method) = MethodName.Parse(name);
        return apis.DeleteIntegrationAsync(api, resource, method);
    }

    private Task PutAsync(MethodName method, IntegrationState state) =>
        apis.PutIntegrationAsync(method.Api, method.Resource, method.Method, state);
}

/// <summary>Which deployment a stage serves.</summary>
public sealed class StageDeploymentResource(RestApis apis)
    : JournaledResource<StageDeployment>(ResourceKinds.ApiStageDeployment, StageDeploymentJson.Default.StageDeployment)
{
    public override async Task<Snapshot<StageDeployment>> ReadAsync(string name)
    {
        var (api, stage) = StageName.Parse(name);
        return await apis.FindDeploymentAsync(api, stage) is { } deployment ? new(new StageDeployment(deployment)) : default;
    }

    /// <summary>A new deployment, which the stage serves from then on.</summary>
    /// <param name="description">Tells it from every other: after a lost answer the stage serves it already.</param>
    public async Task<Change> DeployAsync(JournalPhase phase, StageName stage, string description)
    {
        var served = await apis.FindDeploymentAsync(stage.Api, stage.Stage);
        var ours =
            served is not null && await apis.DescribeDeploymentAsync(stage.Api, served) == description ? new StageDeployment(served) : null;
        return ChangeBy(
            phase,
            stage.ToString(),
            isMade: state => ours is not null && state == ours,
            make: _ => apis.DeployAsync(stage.Api, stage.Stage, description)
        );
    }

    public override Task UpdateAsync(string name, StageDeployment state, string? revision)
    {
        var (api, stage) = StageName.Parse(name);
        return apis.SetStageDeploymentAsync(api, stage, state.DeploymentId);
    }

    public override Task DeleteAsync(string name)
    {
        var (api, stage) = StageName.Parse(name);
        throw new RollbackIncompleteException(
            $"Stage {stage} of API {api} was created outside the release while it was running; it is left as it is"
        );
    }
}

public sealed record StageDeployment(string DeploymentId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StageDeployment))]
internal sealed partial class StageDeploymentJson : JsonSerializerContext;
