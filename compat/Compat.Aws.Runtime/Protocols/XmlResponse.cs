using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Compat.Aws.Protocols;

internal sealed class XmlResponse<T>(ServiceModel service, Operation operation) : XmlResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = XDocument.Load(input.Stream).Root!;
        var response = new T
        {
            ResponseMetadata = new ResponseMetadata
            {
                RequestId = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "RequestId")?.Value,
            },
        };
        if (response is IShape shape)
            shape.Members(new XmlReader(root.Elements().FirstOrDefault(element => element.Name.LocalName == operation.Name + "Result")));
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        var code = string.IsNullOrEmpty(error.Code) ? "Unknown" : error.Code;
        return service.Exception(new ServiceError(code, code, error.Message, innerException, error.Type, error.RequestId, statusCode));
    }
}
