// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class CreateDeploymentRequest : AmazonAPIGatewayRequest, IShape
{
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public DeploymentCanarySettings CanarySettings { get; set; }
    public string Description { get; set; }
    public string RestApiId { get; set; }
    public string StageDescription { get; set; }
    public string StageName { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheClusterEnabled = wire.Member("cacheClusterEnabled", CacheClusterEnabled);
        CacheClusterSize = wire.Constant("cacheClusterSize", CacheClusterSize, value => new(value));
        CanarySettings = wire.Shape("canarySettings", CanarySettings);
        Description = wire.Member("description", Description);
        wire.Label("restapi_id", RestApiId);
        StageDescription = wire.Member("stageDescription", StageDescription);
        StageName = wire.Member("stageName", StageName);
        TracingEnabled = wire.Member("tracingEnabled", TracingEnabled);
        Variables = wire.Map("variables", Variables, Each.Text);
    }
}

public partial class CreateDeploymentResponse : AmazonWebServiceResponse, IShape
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiSummary = wire.Map("apiSummary", ApiSummary, Each.ShapeMap);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        Id = wire.Member("id", Id);
    }
}

public partial class DeleteDeploymentRequest : AmazonAPIGatewayRequest, IShape
{
    public string DeploymentId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("deployment_id", DeploymentId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class DeleteDeploymentResponse : AmazonWebServiceResponse;

public partial class GetDeploymentRequest : AmazonAPIGatewayRequest, IShape
{
    public string DeploymentId { get; set; }
    public List<string> Embed { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("deployment_id", DeploymentId);
        wire.Query("embed", Embed);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetDeploymentResponse : AmazonWebServiceResponse, IShape
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiSummary = wire.Map("apiSummary", ApiSummary, Each.ShapeMap);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        Id = wire.Member("id", Id);
    }
}

public partial class GetDeploymentsRequest : AmazonAPIGatewayRequest, IShape
{
    public int? Limit { get; set; }
    public string Position { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("limit", Limit);
        wire.Query("position", Position);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetDeploymentsResponse : AmazonWebServiceResponse, IShape
{
    public List<Deployment> Items { get; set; }
    public string Position { get; set; }

    void IShape.Members(Wire wire)
    {
        Items = wire.List("item", Items, Each.Shape);
        Position = wire.Member("position", Position);
    }
}

public partial class Deployment : IShape
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiSummary = wire.Map("apiSummary", ApiSummary, Each.ShapeMap);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        Id = wire.Member("id", Id);
    }
}

public partial class DeploymentCanarySettings : IShape
{
    public double? PercentTraffic { get; set; }
    public Dictionary<string, string> StageVariableOverrides { get; set; }
    public bool? UseStageCache { get; set; }

    void IShape.Members(Wire wire)
    {
        PercentTraffic = wire.Member("percentTraffic", PercentTraffic);
        StageVariableOverrides = wire.Map("stageVariableOverrides", StageVariableOverrides, Each.Text);
        UseStageCache = wire.Member("useStageCache", UseStageCache);
    }
}

public partial class MethodSnapshot : IShape
{
    public bool? ApiKeyRequired { get; set; }
    public string AuthorizationType { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeyRequired = wire.Member("apiKeyRequired", ApiKeyRequired);
        AuthorizationType = wire.Member("authorizationType", AuthorizationType);
    }
}
