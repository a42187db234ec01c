// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SimpleNotificationService.Model;

public class FilterPolicyLimitExceededException : AmazonSimpleNotificationServiceException
{
    public FilterPolicyLimitExceededException(string message) : base(message) { }
    public FilterPolicyLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public FilterPolicyLimitExceededException(Exception innerException) : base(innerException) { }
    public FilterPolicyLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public FilterPolicyLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ReplayLimitExceededException : AmazonSimpleNotificationServiceException
{
    public ReplayLimitExceededException(string message) : base(message) { }
    public ReplayLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public ReplayLimitExceededException(Exception innerException) : base(innerException) { }
    public ReplayLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ReplayLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class SubscriptionLimitExceededException : AmazonSimpleNotificationServiceException
{
    public SubscriptionLimitExceededException(string message) : base(message) { }
    public SubscriptionLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public SubscriptionLimitExceededException(Exception innerException) : base(innerException) { }
    public SubscriptionLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public SubscriptionLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
