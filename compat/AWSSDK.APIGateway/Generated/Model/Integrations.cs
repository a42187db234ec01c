// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class DeleteIntegrationRequest : AmazonAPIGatewayRequest, IShape
{
    public string HttpMethod { get; set; }
    public string ResourceId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("http_method", HttpMethod);
        wire.Label("resource_id", ResourceId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class DeleteIntegrationResponse : AmazonWebServiceResponse;

public partial class GetIntegrationRequest : AmazonAPIGatewayRequest, IShape
{
    public string HttpMethod { get; set; }
    public string ResourceId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("http_method", HttpMethod);
        wire.Label("resource_id", ResourceId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetIntegrationResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CacheKeyParameters { get; set; }
    public string CacheNamespace { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string Credentials { get; set; }
    public string HttpMethod { get; set; }
    public Dictionary<string, IntegrationResponse> IntegrationResponses { get; set; }
    public string IntegrationTarget { get; set; }
    public string PassthroughBehavior { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public ResponseTransferMode ResponseTransferMode { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
    public IntegrationType Type { get; set; }
    public string Uri { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheKeyParameters = wire.List("cacheKeyParameters", CacheKeyParameters, Each.Text);
        CacheNamespace = wire.Member("cacheNamespace", CacheNamespace);
        ConnectionId = wire.Member("connectionId", ConnectionId);
        ConnectionType = wire.Constant("connectionType", ConnectionType, value => new(value));
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        Credentials = wire.Member("credentials", Credentials);
        HttpMethod = wire.Member("httpMethod", HttpMethod);
        IntegrationResponses = wire.Map("integrationResponses", IntegrationResponses, Each.Shape);
        IntegrationTarget = wire.Member("integrationTarget", IntegrationTarget);
        PassthroughBehavior = wire.Member("passthroughBehavior", PassthroughBehavior);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Text);
        RequestTemplates = wire.Map("requestTemplates", RequestTemplates, Each.Text);
        ResponseTransferMode = wire.Constant("responseTransferMode", ResponseTransferMode, value => new(value));
        TimeoutInMillis = wire.Member("timeoutInMillis", TimeoutInMillis);
        TlsConfig = wire.Shape("tlsConfig", TlsConfig);
        Type = wire.Constant("type", Type, value => new(value));
        Uri = wire.Member("uri", Uri);
    }
}

public partial class PutIntegrationRequest : AmazonAPIGatewayRequest, IShape
{
    public List<string> CacheKeyParameters { get; set; }
    public string CacheNamespace { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string Credentials { get; set; }
    public string HttpMethod { get; set; }
    public string IntegrationHttpMethod { get; set; }
    public string IntegrationTarget { get; set; }
    public string PassthroughBehavior { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public string ResourceId { get; set; }
    public ResponseTransferMode ResponseTransferMode { get; set; }
    public string RestApiId { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
    public IntegrationType Type { get; set; }
    public string Uri { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheKeyParameters = wire.List("cacheKeyParameters", CacheKeyParameters, Each.Text);
        CacheNamespace = wire.Member("cacheNamespace", CacheNamespace);
        ConnectionId = wire.Member("connectionId", ConnectionId);
        ConnectionType = wire.Constant("connectionType", ConnectionType, value => new(value));
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        Credentials = wire.Member("credentials", Credentials);
        wire.Label("http_method", HttpMethod);
        IntegrationHttpMethod = wire.Member("httpMethod", IntegrationHttpMethod);
        IntegrationTarget = wire.Member("integrationTarget", IntegrationTarget);
        PassthroughBehavior = wire.Member("passthroughBehavior", PassthroughBehavior);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Text);
        RequestTemplates = wire.Map("requestTemplates", RequestTemplates, Each.Text);
        wire.Label("resource_id", ResourceId);
        ResponseTransferMode = wire.Constant("responseTransferMode", ResponseTransferMode, value => new(value));
        wire.Label("restapi_id", RestApiId);
        TimeoutInMillis = wire.Member("timeoutInMillis", TimeoutInMillis);
        TlsConfig = wire.Shape("tlsConfig", TlsConfig);
        Type = wire.Constant("type", Type, value => new(value));
        Uri = wire.Member("uri", Uri);
    }
}

public partial class PutIntegrationResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CacheKeyParameters { get; set; }
    public string CacheNamespace { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string Credentials { get; set; }
    public string HttpMethod { get; set; }
    public Dictionary<string, IntegrationResponse> IntegrationResponses { get; set; }
    public string IntegrationTarget { get; set; }
    public string PassthroughBehavior { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public ResponseTransferMode ResponseTransferMode { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
    public IntegrationType Type { get; set; }
    public string Uri { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheKeyParameters = wire.List("cacheKeyParameters", CacheKeyParameters, Each.Text);
        CacheNamespace = wire.Member("cacheNamespace", CacheNamespace);
        ConnectionId = wire.Member("connectionId", ConnectionId);
        ConnectionType = wire.Constant("connectionType", ConnectionType, value => new(value));
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        Credentials = wire.Member("credentials", Credentials);
        HttpMethod = wire.Member("httpMethod", HttpMethod);
        IntegrationResponses = wire.Map("integrationResponses", IntegrationResponses, Each.Shape);
        IntegrationTarget = wire.Member("integrationTarget", IntegrationTarget);
        PassthroughBehavior = wire.Member("passthroughBehavior", PassthroughBehavior);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Text);
        RequestTemplates = wire.Map("requestTemplates", RequestTemplates, Each.Text);
        ResponseTransferMode = wire.Constant("responseTransferMode", ResponseTransferMode, value => new(value));
        TimeoutInMillis = wire.Member("timeoutInMillis", TimeoutInMillis);
        TlsConfig = wire.Shape("tlsConfig", TlsConfig);
        Type = wire.Constant("type", Type, value => new(value));
        Uri = wire.Member("uri", Uri);
    }
}

public partial class UpdateIntegrationRequest : AmazonAPIGatewayRequest, IShape
{
    public string HttpMethod { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
    public string ResourceId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("http_method", HttpMethod);
        PatchOperations = wire.List("patchOperations", PatchOperations, Each.Shape);
        wire.Label("resource_id", ResourceId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class UpdateIntegrationResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CacheKeyParameters { get; set; }
    public string CacheNamespace { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string Credentials { get; set; }
    public string HttpMethod { get; set; }
    public Dictionary<string, IntegrationResponse> IntegrationResponses { get; set; }
    public string IntegrationTarget { get; set; }
    public string PassthroughBehavior { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public ResponseTransferMode ResponseTransferMode { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
    public IntegrationType Type { get; set; }
    public string Uri { get; set; }

    void IShape.Members(Wire wire)
    {
        CacheKeyParameters = wire.List("cacheKeyParameters", CacheKeyParameters, Each.Text);
        CacheNamespace = wire.Member("cacheNamespace", CacheNamespace);
        ConnectionId = wire.Member("connectionId", ConnectionId);
        ConnectionType = wire.Constant("connectionType", ConnectionType, value => new(value));
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        Credentials = wire.Member("credentials", Credentials);
        HttpMethod = wire.Member("httpMethod", HttpMethod);
        IntegrationResponses = wire.Map("integrationResponses", IntegrationResponses, Each.Shape);
        IntegrationTarget = wire.Member("integrationTarget", IntegrationTarget);
        PassthroughBehavior = wire.Member("passthroughBehavior", PassthroughBehavior);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Text);
        RequestTemplates = wire.Map("requestTemplates", RequestTemplates, Each.Text);
        ResponseTransferMode = wire.Constant("responseTransferMode", ResponseTransferMode, value => new(value));
        TimeoutInMillis = wire.Member("timeoutInMillis", TimeoutInMillis);
        TlsConfig = wire.Shape("tlsConfig", TlsConfig);
        Type = wire.Constant("type", Type, value => new(value));
        Uri = wire.Member("uri", Uri);
    }
}
