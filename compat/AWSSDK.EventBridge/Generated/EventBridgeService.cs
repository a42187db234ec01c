// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.EventBridge;

internal static class EventBridgeService
{
    internal static readonly ServiceModel Model = new("EventBridge", "Amazon.EventBridge", "events", "2015-10-07")
    {
        Protocol = new AwsJson("AWSEvents", "1.1"),
        Exception = Exception,
    };

    private static AmazonEventBridgeException Exception(ServiceError e) => e.Name switch
    {
        "ConcurrentModificationException" => new ConcurrentModificationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InternalException" => new InternalException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidEventPatternException" => new InvalidEventPatternException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidStateException" => new InvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededException" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ManagedRuleException" => new ManagedRuleException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "OperationDisabledException" => new OperationDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceAlreadyExistsException" => new ResourceAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonEventBridgeException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
