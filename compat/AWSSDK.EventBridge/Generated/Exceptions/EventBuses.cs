// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge.Model;

public class InvalidStateException : AmazonEventBridgeException
{
    public InvalidStateException(string message) : base(message) { }
    public InvalidStateException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidStateException(Exception innerException) : base(innerException) { }
    public InvalidStateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidStateException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class OperationDisabledException : AmazonEventBridgeException
{
    public OperationDisabledException(string message) : base(message) { }
    public OperationDisabledException(string message, Exception innerException) : base(message, innerException) { }
    public OperationDisabledException(Exception innerException) : base(innerException) { }
    public OperationDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public OperationDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ResourceAlreadyExistsException : AmazonEventBridgeException
{
    public ResourceAlreadyExistsException(string message) : base(message) { }
    public ResourceAlreadyExistsException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceAlreadyExistsException(Exception innerException) : base(innerException) { }
    public ResourceAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ResourceAlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
