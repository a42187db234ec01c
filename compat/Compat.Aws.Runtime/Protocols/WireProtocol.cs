using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Compat.Aws.Protocols;

/// <summary>One of the AWS wire protocols: https://smithy.io/2.0/aws/protocols/.</summary>
public abstract class WireProtocol
{
    internal abstract void Write(ServiceModel service, Operation operation, IShape request, IRequest http);

    internal abstract ResponseUnmarshaller Reader<T>(ServiceModel service, Operation operation)
        where T : AmazonWebServiceResponse, new();
}
