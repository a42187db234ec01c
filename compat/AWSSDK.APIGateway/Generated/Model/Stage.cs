// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class AccessLogSettings : IShape
{
    public string DestinationArn { get; set; }
    public string Format { get; set; }

    void IShape.Members(Wire wire)
    {
        DestinationArn = wire.Member("destinationArn", DestinationArn);
        Format = wire.Member("format", Format);
    }
}

public partial class CanarySettings : IShape
{
    public string DeploymentId { get; set; }
    public double? PercentTraffic { get; set; }
    public Dictionary<string, string> StageVariableOverrides { get; set; }
    public bool? UseStageCache { get; set; }

    void IShape.Members(Wire wire)
    {
        DeploymentId = wire.Member("deploymentId", DeploymentId);
        PercentTraffic = wire.Member("percentTraffic", PercentTraffic);
        StageVariableOverrides = wire.Map("stageVariableOverrides", StageVariableOverrides, Each.Text);
        UseStageCache = wire.Member("useStageCache", UseStageCache);
    }
}

public partial class MethodSetting : IShape
{
    public bool? CacheDataEncrypted { get; set; }
    public int? CacheTtlInSeconds { get; set; }
    public bool? CachingEnabled { get; set; }
    public bool? DataTraceEnabled { get; set; }
    public string LoggingLevel { get; set; }
    public bool? MetricsEnabled { get; set; }
    public bool? RequireAuthorizationForCacheControl { get; set; }
    public int? ThrottlingBurstLimit { get; set; }
    public double? ThrottlingRateLimit { get; set; }
    public UnauthorizedCacheControlHeaderStrategy UnauthorizedCacheControlHeaderStrategy { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheDataEncrypted = wire.Member("cacheDataEncrypted", CacheDataEncrypted);
        CacheTtlInSeconds = wire.Member("cacheTtlInSeconds", CacheTtlInSeconds);
        CachingEnabled = wire.Member("cachingEnabled", CachingEnabled);
        DataTraceEnabled = wire.Member("dataTraceEnabled", DataTraceEnabled);
        LoggingLevel = wire.Member("loggingLevel", LoggingLevel);
        MetricsEnabled = wire.Member("metricsEnabled", MetricsEnabled);
        RequireAuthorizationForCacheControl = wire.Member("requireAuthorizationForCacheControl", RequireAuthorizationForCacheControl);
        ThrottlingBurstLimit = wire.Member("throttlingBurstLimit", ThrottlingBurstLimit);
        ThrottlingRateLimit = wire.Member("throttlingRateLimit", ThrottlingRateLimit);
        UnauthorizedCacheControlHeaderStrategy = wire.Constant("unauthorizedCacheControlHeaderStrategy", UnauthorizedCacheControlHeaderStrategy, value => new(value));
    }
}

public partial class Stage : IShape
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
