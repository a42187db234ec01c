// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class DeleteIntegrationResponseRequest : AmazonAPIGatewayRequest, IShape
{
    public string HttpMethod { get; set; }
    public string ResourceId { get; set; }
    public string RestApiId { get; set; }
    public string StatusCode { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("http_method", HttpMethod);
        wire.Label("resource_id", ResourceId);
        wire.Label("restapi_id", RestApiId);
        wire.Label("status_code", StatusCode);
    }
}

public partial class DeleteIntegrationResponseResponse : AmazonWebServiceResponse;

public partial class PutIntegrationResponseRequest : AmazonAPIGatewayRequest, IShape
{
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string HttpMethod { get; set; }
    public string ResourceId { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string RestApiId { get; set; }
    public string SelectionPattern { get; set; }
    public string StatusCode { get; set; }

    void IShape.Members(Wire wire)
    {
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        wire.Label("http_method", HttpMethod);
        wire.Label("resource_id", ResourceId);
        ResponseParameters = wire.Map("responseParameters", ResponseParameters, Each.Text);
        ResponseTemplates = wire.Map("responseTemplates", ResponseTemplates, Each.Text);
        wire.Label("restapi_id", RestApiId);
        SelectionPattern = wire.Member("selectionPattern", SelectionPattern);
        wire.Label("status_code", StatusCode);
    }
}

public partial class PutIntegrationResponseResponse : AmazonWebServiceResponse, IShape
{
    public ContentHandlingStrategy ContentHandling { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string SelectionPattern { get; set; }
    public string StatusCode { get; set; }

    void IShape.Members(Wire wire)
    {
        ContentHandling = wire.Constant("contentHandling", ContentHandling, value => new(value));
        ResponseParameters = wire.Map("responseParameters", ResponseParameters, Each.Text);
        ResponseTemplates = wire.Map("responseTemplates", ResponseTemplates, Each.Text);
        SelectionPattern = wire.Member("selectionPattern", SelectionPattern);
        StatusCode = wire.Member("statusCode", StatusCode);
    }
}
