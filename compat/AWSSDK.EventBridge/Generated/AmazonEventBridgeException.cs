// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge;

public class AmazonEventBridgeException : AmazonServiceException
{
    public AmazonEventBridgeException(string message) : base(message) { }
    public AmazonEventBridgeException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonEventBridgeException(Exception innerException) : base(innerException) { }
    public AmazonEventBridgeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public AmazonEventBridgeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
