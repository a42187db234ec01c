// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class CreateResourceRequest : AmazonAPIGatewayRequest, IShape
{
    public string ParentId { get; set; }
    public string PathPart { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("parent_id", ParentId);
        PathPart = wire.Member("pathPart", PathPart);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class CreateResourceResponse : AmazonWebServiceResponse, IShape
{
    public string Id { get; set; }
    public string ParentId { get; set; }
    public string Path { get; set; }
    public string PathPart { get; set; }
    public Dictionary<string, Method> ResourceMethods { get; set; }

    void IShape.Members(Wire wire)
    {
        Id = wire.Member("id", Id);
        ParentId = wire.Member("parentId", ParentId);
        Path = wire.Member("path", Path);
        PathPart = wire.Member("pathPart", PathPart);
        ResourceMethods = wire.Map("resourceMethods", ResourceMethods, Each.Shape);
    }
}

public partial class GetResourcesRequest : AmazonAPIGatewayRequest, IShape
{
    public List<string> Embed { get; set; }
    public int? Limit { get; set; }
    public string Position { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("embed", Embed);
        wire.Query("limit", Limit);
        wire.Query("position", Position);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetResourcesResponse : AmazonWebServiceResponse, IShape
{
    public List<Resource> Items { get; set; }
    public string Position { get; set; }

    void IShape.Members(Wire wire)
    {
        Items = wire.List("item", Items, Each.Shape);
        Position = wire.Member("position", Position);
    }
}

public partial class PutMethodRequest : AmazonAPIGatewayRequest, IShape
{
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public string AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string HttpMethod { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, bool> RequestParameters { get; set; }
    public string RequestValidatorId { get; set; }
    public string ResourceId { get; set; }
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeyRequired = wire.Member("apiKeyRequired", ApiKeyRequired);
        AuthorizationScopes = wire.List("authorizationScopes", AuthorizationScopes, Each.Text);
        AuthorizationType = wire.Member("authorizationType", AuthorizationType);
        AuthorizerId = wire.Member("authorizerId", AuthorizerId);
        wire.Label("http_method", HttpMethod);
        OperationName = wire.Member("operationName", OperationName);
        RequestModels = wire.Map("requestModels", RequestModels, Each.Text);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Bool);
        RequestValidatorId = wire.Member("requestValidatorId", RequestValidatorId);
        wire.Label("resource_id", ResourceId);
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class PutMethodResponse : AmazonWebServiceResponse, IShape
{
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public string AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string HttpMethod { get; set; }
    public Integration MethodIntegration { get; set; }
    public Dictionary<string, MethodResponse> MethodResponses { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, bool> RequestParameters { get; set; }
    public string RequestValidatorId { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeyRequired = wire.Member("apiKeyRequired", ApiKeyRequired);
        AuthorizationScopes = wire.List("authorizationScopes", AuthorizationScopes, Each.Text);
        AuthorizationType = wire.Member("authorizationType", AuthorizationType);
        AuthorizerId = wire.Member("authorizerId", AuthorizerId);
        HttpMethod = wire.Member("httpMethod", HttpMethod);
        MethodIntegration = wire.Shape("methodIntegration", MethodIntegration);
        MethodResponses = wire.Map("methodResponses", MethodResponses, Each.Shape);
        OperationName = wire.Member("operationName", OperationName);
        RequestModels = wire.Map("requestModels", RequestModels, Each.Text);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Bool);
        RequestValidatorId = wire.Member("requestValidatorId", RequestValidatorId);
    }
}

public partial class Integration : IShape
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

public partial class Method : IShape
{
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public string AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string HttpMethod { get; set; }
    public Integration MethodIntegration { get; set; }
    public Dictionary<string, MethodResponse> MethodResponses { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, bool> RequestParameters { get; set; }
    public string RequestValidatorId { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeyRequired = wire.Member("apiKeyRequired", ApiKeyRequired);
        AuthorizationScopes = wire.List("authorizationScopes", AuthorizationScopes, Each.Text);
        AuthorizationType = wire.Member("authorizationType", AuthorizationType);
        AuthorizerId = wire.Member("authorizerId", AuthorizerId);
        HttpMethod = wire.Member("httpMethod", HttpMethod);
        MethodIntegration = wire.Shape("methodIntegration", MethodIntegration);
        MethodResponses = wire.Map("methodResponses", MethodResponses, Each.Shape);
        OperationName = wire.Member("operationName", OperationName);
        RequestModels = wire.Map("requestModels", RequestModels, Each.Text);
        RequestParameters = wire.Map("requestParameters", RequestParameters, Each.Bool);
        RequestValidatorId = wire.Member("requestValidatorId", RequestValidatorId);
    }
}

public partial class MethodResponse : IShape
{
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, bool> ResponseParameters { get; set; }
    public string StatusCode { get; set; }

    void IShape.Members(Wire wire)
    {
        ResponseModels = wire.Map("responseModels", ResponseModels, Each.Text);
        ResponseParameters = wire.Map("responseParameters", ResponseParameters, Each.Bool);
        StatusCode = wire.Member("statusCode", StatusCode);
    }
}

public partial class Resource : IShape
{
    public string Id { get; set; }
    public string ParentId { get; set; }
    public string Path { get; set; }
    public string PathPart { get; set; }
    public Dictionary<string, Method> ResourceMethods { get; set; }

    void IShape.Members(Wire wire)
    {
        Id = wire.Member("id", Id);
        ParentId = wire.Member("parentId", ParentId);
        Path = wire.Member("path", Path);
        PathPart = wire.Member("pathPart", PathPart);
        ResourceMethods = wire.Map("resourceMethods", ResourceMethods, Each.Shape);
    }
}
