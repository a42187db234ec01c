// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SimpleNotificationService.Model;

public class ConcurrentAccessException : AmazonSimpleNotificationServiceException
{
    public ConcurrentAccessException(string message) : base(message) { }
    public ConcurrentAccessException(string message, Exception innerException) : base(message, innerException) { }
    public ConcurrentAccessException(Exception innerException) : base(innerException) { }
    public ConcurrentAccessException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ConcurrentAccessException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidStateException : AmazonSimpleNotificationServiceException
{
    public InvalidStateException(string message) : base(message) { }
    public InvalidStateException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidStateException(Exception innerException) : base(innerException) { }
    public InvalidStateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidStateException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class StaleTagException : AmazonSimpleNotificationServiceException
{
    public StaleTagException(string message) : base(message) { }
    public StaleTagException(string message, Exception innerException) : base(message, innerException) { }
    public StaleTagException(Exception innerException) : base(innerException) { }
    public StaleTagException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public StaleTagException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TagLimitExceededException : AmazonSimpleNotificationServiceException
{
    public TagLimitExceededException(string message) : base(message) { }
    public TagLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public TagLimitExceededException(Exception innerException) : base(innerException) { }
    public TagLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public TagLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TagPolicyException : AmazonSimpleNotificationServiceException
{
    public TagPolicyException(string message) : base(message) { }
    public TagPolicyException(string message, Exception innerException) : base(message, innerException) { }
    public TagPolicyException(Exception innerException) : base(innerException) { }
    public TagPolicyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public TagPolicyException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TopicLimitExceededException : AmazonSimpleNotificationServiceException
{
    public TopicLimitExceededException(string message) : base(message) { }
    public TopicLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public TopicLimitExceededException(Exception innerException) : base(innerException) { }
    public TopicLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public TopicLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
