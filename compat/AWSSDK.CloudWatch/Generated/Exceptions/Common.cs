// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public class InternalServiceException : AmazonCloudWatchException
{
    public InternalServiceException(string message) : base(message) { }
    public InternalServiceException(string message, Exception innerException) : base(message, innerException) { }
    public InternalServiceException(Exception innerException) : base(innerException) { }
    public InternalServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InternalServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidNextTokenException : AmazonCloudWatchException
{
    public InvalidNextTokenException(string message) : base(message) { }
    public InvalidNextTokenException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidNextTokenException(Exception innerException) : base(innerException) { }
    public InvalidNextTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidNextTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidParameterCombinationException : AmazonCloudWatchException
{
    public InvalidParameterCombinationException(string message) : base(message) { }
    public InvalidParameterCombinationException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidParameterCombinationException(Exception innerException) : base(innerException) { }
    public InvalidParameterCombinationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidParameterCombinationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidParameterValueException : AmazonCloudWatchException
{
    public InvalidParameterValueException(string message) : base(message) { }
    public InvalidParameterValueException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidParameterValueException(Exception innerException) : base(innerException) { }
    public InvalidParameterValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidParameterValueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class MissingRequiredParameterException : AmazonCloudWatchException
{
    public MissingRequiredParameterException(string message) : base(message) { }
    public MissingRequiredParameterException(string message, Exception innerException) : base(message, innerException) { }
    public MissingRequiredParameterException(Exception innerException) : base(innerException) { }
    public MissingRequiredParameterException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public MissingRequiredParameterException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
