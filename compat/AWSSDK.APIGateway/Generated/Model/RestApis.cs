// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class CreateRestApiRequest : AmazonAPIGatewayRequest, IShape
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public string CloneFrom { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeySource = wire.Constant("apiKeySource", ApiKeySource, value => new(value));
        BinaryMediaTypes = wire.List("binaryMediaTypes", BinaryMediaTypes, Each.Text);
        CloneFrom = wire.Member("cloneFrom", CloneFrom);
        Description = wire.Member("description", Description);
        DisableExecuteApiEndpoint = wire.Member("disableExecuteApiEndpoint", DisableExecuteApiEndpoint);
        EndpointAccessMode = wire.Constant("endpointAccessMode", EndpointAccessMode, value => new(value));
        EndpointConfiguration = wire.Shape("endpointConfiguration", EndpointConfiguration);
        MinimumCompressionSize = wire.Member("minimumCompressionSize", MinimumCompressionSize);
        Name = wire.Member("name", Name);
        Policy = wire.Member("policy", Policy);
        SecurityPolicy = wire.Constant("securityPolicy", SecurityPolicy, value => new(value));
        Tags = wire.Map("tags", Tags, Each.Text);
        Version = wire.Member("version", Version);
    }
}

public partial class CreateRestApiResponse : AmazonWebServiceResponse, IShape
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public ApiStatus ApiStatus { get; set; }
    public string ApiStatusMessage { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public string Id { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public string RootResourceId { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeySource = wire.Constant("apiKeySource", ApiKeySource, value => new(value));
        ApiStatus = wire.Constant("apiStatus", ApiStatus, value => new(value));
        ApiStatusMessage = wire.Member("apiStatusMessage", ApiStatusMessage);
        BinaryMediaTypes = wire.List("binaryMediaTypes", BinaryMediaTypes, Each.Text);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        DisableExecuteApiEndpoint = wire.Member("disableExecuteApiEndpoint", DisableExecuteApiEndpoint);
        EndpointAccessMode = wire.Constant("endpointAccessMode", EndpointAccessMode, value => new(value));
        EndpointConfiguration = wire.Shape("endpointConfiguration", EndpointConfiguration);
        Id = wire.Member("id", Id);
        MinimumCompressionSize = wire.Member("minimumCompressionSize", MinimumCompressionSize);
        Name = wire.Member("name", Name);
        Policy = wire.Member("policy", Policy);
        RootResourceId = wire.Member("rootResourceId", RootResourceId);
        SecurityPolicy = wire.Constant("securityPolicy", SecurityPolicy, value => new(value));
        Tags = wire.Map("tags", Tags, Each.Text);
        Version = wire.Member("version", Version);
        Warnings = wire.List("warnings", Warnings, Each.Text);
    }
}

public partial class GetRestApiRequest : AmazonAPIGatewayRequest, IShape
{
    public string RestApiId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("restapi_id", RestApiId);
    }
}

public partial class GetRestApiResponse : AmazonWebServiceResponse, IShape
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public ApiStatus ApiStatus { get; set; }
    public string ApiStatusMessage { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public string Id { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public string RootResourceId { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeySource = wire.Constant("apiKeySource", ApiKeySource, value => new(value));
        ApiStatus = wire.Constant("apiStatus", ApiStatus, value => new(value));
        ApiStatusMessage = wire.Member("apiStatusMessage", ApiStatusMessage);
        BinaryMediaTypes = wire.List("binaryMediaTypes", BinaryMediaTypes, Each.Text);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        DisableExecuteApiEndpoint = wire.Member("disableExecuteApiEndpoint", DisableExecuteApiEndpoint);
        EndpointAccessMode = wire.Constant("endpointAccessMode", EndpointAccessMode, value => new(value));
        EndpointConfiguration = wire.Shape("endpointConfiguration", EndpointConfiguration);
        Id = wire.Member("id", Id);
        MinimumCompressionSize = wire.Member("minimumCompressionSize", MinimumCompressionSize);
        Name = wire.Member("name", Name);
        Policy = wire.Member("policy", Policy);
        RootResourceId = wire.Member("rootResourceId", RootResourceId);
        SecurityPolicy = wire.Constant("securityPolicy", SecurityPolicy, value => new(value));
        Tags = wire.Map("tags", Tags, Each.Text);
        Version = wire.Member("version", Version);
        Warnings = wire.List("warnings", Warnings, Each.Text);
    }
}

public partial class GetRestApisRequest : AmazonAPIGatewayRequest, IShape
{
    public int? Limit { get; set; }
    public string Position { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("limit", Limit);
        wire.Query("position", Position);
    }
}

public partial class GetRestApisResponse : AmazonWebServiceResponse, IShape
{
    public List<RestApi> Items { get; set; }
    public string Position { get; set; }

    void IShape.Members(Wire wire)
    {
        Items = wire.List("item", Items, Each.Shape);
        Position = wire.Member("position", Position);
    }
}

public partial class EndpointConfiguration : IShape
{
    public IpAddressType IpAddressType { get; set; }
    public List<string> Types { get; set; }
    public List<string> VpcEndpointIds { get; set; }

    void IShape.Members(Wire wire)
    {
        IpAddressType = wire.Constant("ipAddressType", IpAddressType, value => new(value));
        Types = wire.List("types", Types, Each.Text);
        VpcEndpointIds = wire.List("vpcEndpointIds", VpcEndpointIds, Each.Text);
    }
}

public partial class RestApi : IShape
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public ApiStatus ApiStatus { get; set; }
    public string ApiStatusMessage { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public string Id { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public string RootResourceId { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }

    void IShape.Members(Wire wire)
    {
        ApiKeySource = wire.Constant("apiKeySource", ApiKeySource, value => new(value));
        ApiStatus = wire.Constant("apiStatus", ApiStatus, value => new(value));
        ApiStatusMessage = wire.Member("apiStatusMessage", ApiStatusMessage);
        BinaryMediaTypes = wire.List("binaryMediaTypes", BinaryMediaTypes, Each.Text);
        CreatedDate = wire.Member("createdDate", CreatedDate);
        Description = wire.Member("description", Description);
        DisableExecuteApiEndpoint = wire.Member("disableExecuteApiEndpoint", DisableExecuteApiEndpoint);
        EndpointAccessMode = wire.Constant("endpointAccessMode", EndpointAccessMode, value => new(value));
        EndpointConfiguration = wire.Shape("endpointConfiguration", EndpointConfiguration);
        Id = wire.Member("id", Id);
        MinimumCompressionSize = wire.Member("minimumCompressionSize", MinimumCompressionSize);
        Name = wire.Member("name", Name);
        Policy = wire.Member("policy", Policy);
        RootResourceId = wire.Member("rootResourceId", RootResourceId);
        SecurityPolicy = wire.Constant("securityPolicy", SecurityPolicy, value => new(value));
        Tags = wire.Map("tags", Tags, Each.Text);
        Version = wire.Member("version", Version);
        Warnings = wire.List("warnings", Warnings, Each.Text);
    }
}
