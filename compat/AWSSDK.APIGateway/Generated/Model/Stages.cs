// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class CreateStageRequest : AmazonAPIGatewayRequest, IShape
{
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    public string RestApiId { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheClusterEnabled = wire.Member("cacheClusterEnabled", CacheClusterEnabled);
        CacheClusterSize = wire.Constant("cacheClusterSize", CacheClusterSize, value => new(value));
        CanarySettings = wire.Shape("canarySettings", CanarySettings);
        DeploymentId = wire.Member("deploymentId", DeploymentId);
        Description = wire.Member("description", Description);
        DocumentationVersion = wire.Member("documentationVersion", DocumentationVersion);
        wire.Label("restapi_id", RestApiId);
        StageName = wire.Member("stageName", StageName);
        Tags = wire.Map("tags", Tags, Each.Text);
        TracingEnabled = wire.Member("tracingEnabled", TracingEnabled);
        Variables = wire.Map("variables", Variables, Each.Text);
    }
}

public partial class CreateStageResponse : AmazonWebServiceResponse, IShape
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CacheClusterStatus CacheClusterStatus { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, MethodSetting> MethodSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
    public string WebAclArn { get; set; }

    void IShape.Members(Wire wire)
    {
        AccessLogSettings = wire.Shape("accessLogSettings", AccessLogSettings);
        CacheClusterEnabled = wire.Member("cacheClusterEnabled", CacheClusterEnabled);
        CacheClusterSize = wire.Constant("cacheClusterSize", CacheClusterSize, value => new(value));
        CacheClusterStatus = wire.Constant("cacheClusterStatus", CacheClusterStatus, value => new(value));
        CanarySettings = wire.Shape("canarySettings", CanarySettings);
        ClientCertificateId = wire.Member("clientCertificateId", ClientCertificateId);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        DeploymentId = wire.Member("deploymentId", DeploymentId);
        Description = wire.Member("description", Description);
        DocumentationVersion = wire.Member("documentationVersion", DocumentationVersion);
        LastUpdatedDate = wire.Member("lastUpdatedDate", LastUpdatedDate);
        MethodSettings = wire.Map("methodSettings", MethodSettings, Each.Shape);
        StageName = wire.Member("stageName", StageName);
        Tags = wire.Map("tags", Tags, Each.Text);
        TracingEnabled = wire.Member("tracingEnabled", TracingEnabled);
        Variables = wire.Map("variables", Variables, Each.Text);
        WebAclArn = wire.Member("webAclArn", WebAclArn);
    }
}

public partial class GetStageRequest : AmazonAPIGatewayRequest, IShape
{
    public string RestApiId { get; set; }
    public string StageName { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("restapi_id", RestApiId);
        wire.Label("stage_name", StageName);
    }
}

public partial class GetStageResponse : AmazonWebServiceResponse, IShape
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CacheClusterStatus CacheClusterStatus { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, MethodSetting> MethodSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
    public string WebAclArn { get; set; }

    void IShape.Members(Wire wire)
    {
        AccessLogSettings = wire.Shape("accessLogSettings", AccessLogSettings);
        CacheClusterEnabled = wire.Member("cacheClusterEnabled", CacheClusterEnabled);
        CacheClusterSize = wire.Constant("cacheClusterSize", CacheClusterSize, value => new(value));
        CacheClusterStatus = wire.Constant("cacheClusterStatus", CacheClusterStatus, value => new(value));
        CanarySettings = wire.Shape("canarySettings", CanarySettings);
        ClientCertificateId = wire.Member("clientCertificateId", ClientCertificateId);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        DeploymentId = wire.Member("deploymentId", DeploymentId);
        Description = wire.Member("description", Description);
        DocumentationVersion = wire.Member("documentationVersion", DocumentationVersion);
        LastUpdatedDate = wire.Member("lastUpdatedDate", LastUpdatedDate);
        MethodSettings = wire.Map("methodSettings", MethodSettings, Each.Shape);
        StageName = wire.Member("stageName", StageName);
        Tags = wire.Map("tags", Tags, Each.Text);
        TracingEnabled = wire.Member("tracingEnabled", TracingEnabled);
        Variables = wire.Map("variables", Variables, Each.Text);
        WebAclArn = wire.Member("webAclArn", WebAclArn);
    }
}

public partial class GetStagesRequest : AmazonAPIGatewayRequest, IShape
{
    public string DeploymentId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("deploymentId", DeploymentId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetStagesResponse : AmazonWebServiceResponse, IShape
{
    public List<Stage> Item { get; set; }

    void IShape.Members(Wire wire)
    {
        Item = wire.List("item", Item, Each.Shape);
    }
}

public partial class UpdateStageRequest : AmazonAPIGatewayRequest, IShape
{
    public List<PatchOperation> PatchOperations { get; set; }
    public string RestApiId { get; set; }
    public string StageName { get; set; }

    void IShape.Members(Wire wire)
    {
        PatchOperations = wire.List("patchOperations", PatchOperations, Each.Shape);
        wire.Label("restapi_id", RestApiId);
        wire.Label("stage_name", StageName);
    }
}

public partial class UpdateStageResponse : AmazonWebServiceResponse, IShape
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CacheClusterStatus CacheClusterStatus { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, MethodSetting> MethodSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
    public string WebAclArn { get; set; }

    void IShape.Members(Wire wire)
    {
        AccessLogSettings = wire.Shape("accessLogSettings", AccessLogSettings);
        CacheClusterEnabled = wire.Member("cacheClusterEnabled", CacheClusterEnabled);
        CacheClusterSize = wire.Constant("cacheClusterSize", CacheClusterSize, value => new(value));
        CacheClusterStatus = wire.Constant("cacheClusterStatus", CacheClusterStatus, value => new(value));
        CanarySettings = wire.Shape("canarySettings", CanarySettings);
        ClientCertificateId = wire.Member("clientCertificateId", ClientCertificateId);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        DeploymentId = wire.Member("deploymentId", DeploymentId);
        Description = wire.Member("description", Description);
        DocumentationVersion = wire.Member("documentationVersion", DocumentationVersion);
        LastUpdatedDate = wire.Member("lastUpdatedDate", LastUpdatedDate);
        MethodSettings = wire.Map("methodSettings", MethodSettings, Each.Shape);
        StageName = wire.Member("stageName", StageName);
        Tags = wire.Map("tags", Tags, Each.Text);
        TracingEnabled = wire.Member("tracingEnabled", TracingEnabled);
        Variables = wire.Map("variables", Variables, Each.Text);
        WebAclArn = wire.Member("webAclArn", WebAclArn);
    }
}
