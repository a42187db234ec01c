// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public partial class IntegrationResponse : IShape
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

public partial class PatchOperation : IShape
{
    public string From { get; set; }
    public Op Op { get; set; }
    public string Path { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        From = wire.Member("from", From);
        Op = wire.Constant("op", Op, value => new(value));
        Path = wire.Member("path", Path);
        Value = wire.Member("value", Value);
    }
}

public partial class TlsConfig : IShape
{
    public bool? InsecureSkipVerification { get; set; }

    void IShape.Members(Wire wire)
    {
        InsecureSkipVerification = wire.Member("insecureSkipVerification", InsecureSkipVerification);
    }
}
