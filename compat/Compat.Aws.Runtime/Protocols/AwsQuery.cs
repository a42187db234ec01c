using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Compat.Aws.Protocols;

/// <summary>awsQuery: a form with flattened names goes in, XML comes out.</summary>
public sealed class AwsQuery : WireProtocol
{
    internal override void Write(ServiceModel service, Operation operation, IShape request, IRequest http)
    {
        http.Parameters["Action"] = operation.Name;
        http.Parameters["Version"] = service.ApiVersion;
        request.Members(new FormWriter(http.Parameters, ""));
    }

    internal override ResponseUnmarshaller Reader<T>(ServiceModel service, Operation operation) => new XmlResponse<T>(service, operation);
}
