// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SQS.Model;

public class InvalidAddressException : AmazonSQSException
{
    public InvalidAddressException(string message) : base(message) { }
    public InvalidAddressException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidAddressException(Exception innerException) : base(innerException) { }
    public InvalidAddressException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidAddressException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidSecurityException : AmazonSQSException
{
    public InvalidSecurityException(string message) : base(message) { }
    public InvalidSecurityException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidSecurityException(Exception innerException) : base(innerException) { }
    public InvalidSecurityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidSecurityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class OverLimitException : AmazonSQSException
{
    public OverLimitException(string message) : base(message) { }
    public OverLimitException(string message, Exception innerException) : base(message, innerException) { }
    public OverLimitException(Exception innerException) : base(innerException) { }
    public OverLimitException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public OverLimitException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class QueueDoesNotExistException : AmazonSQSException
{
    public QueueDoesNotExistException(string message) : base(message) { }
    public QueueDoesNotExistException(string message, Exception innerException) : base(message, innerException) { }
    public QueueDoesNotExistException(Exception innerException) : base(innerException) { }
    public QueueDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public QueueDoesNotExistException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class RequestThrottledException : AmazonSQSException
{
    public RequestThrottledException(string message) : base(message) { }
    public RequestThrottledException(string message, Exception innerException) : base(message, innerException) { }
    public RequestThrottledException(Exception innerException) : base(innerException) { }
    public RequestThrottledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public RequestThrottledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class UnsupportedOperationException : AmazonSQSException
{
    public UnsupportedOperationException(string message) : base(message) { }
    public UnsupportedOperationException(string message, Exception innerException) : base(message, innerException) { }
    public UnsupportedOperationException(Exception innerException) : base(innerException) { }
    public UnsupportedOperationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public UnsupportedOperationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
