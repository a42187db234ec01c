// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public class AlreadyExistsException : AmazonCloudFormationException
{
    public AlreadyExistsException(string message) : base(message) { }
    public AlreadyExistsException(string message, Exception innerException) : base(message, innerException) { }
    public AlreadyExistsException(Exception innerException) : base(innerException) { }
    public AlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public AlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InsufficientCapabilitiesException : AmazonCloudFormationException
{
    public InsufficientCapabilitiesException(string message) : base(message) { }
    public InsufficientCapabilitiesException(string message, Exception innerException) : base(message, innerException) { }
    public InsufficientCapabilitiesException(Exception innerException) : base(innerException) { }
    public InsufficientCapabilitiesException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InsufficientCapabilitiesException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidChangeSetStatusException : AmazonCloudFormationException
{
    public InvalidChangeSetStatusException(string message) : base(message) { }
    public InvalidChangeSetStatusException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidChangeSetStatusException(Exception innerException) : base(innerException) { }
    public InvalidChangeSetStatusException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidChangeSetStatusException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class LimitExceededException : AmazonCloudFormationException
{
    public LimitExceededException(string message) : base(message) { }
    public LimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public LimitExceededException(Exception innerException) : base(innerException) { }
    public LimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public LimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
