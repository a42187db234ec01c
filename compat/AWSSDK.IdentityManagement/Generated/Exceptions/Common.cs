// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public class InvalidInputException : AmazonIdentityManagementServiceException
{
    public InvalidInputException(string message) : base(message) { }
    public InvalidInputException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidInputException(Exception innerException) : base(innerException) { }
    public InvalidInputException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidInputException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class LimitExceededException : AmazonIdentityManagementServiceException
{
    public LimitExceededException(string message) : base(message) { }
    public LimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public LimitExceededException(Exception innerException) : base(innerException) { }
    public LimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public LimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class MalformedPolicyDocumentException : AmazonIdentityManagementServiceException
{
    public MalformedPolicyDocumentException(string message) : base(message) { }
    public MalformedPolicyDocumentException(string message, Exception innerException) : base(message, innerException) { }
    public MalformedPolicyDocumentException(Exception innerException) : base(innerException) { }
    public MalformedPolicyDocumentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public MalformedPolicyDocumentException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    public NoSuchEntityException(string message) : base(message) { }
    public NoSuchEntityException(string message, Exception innerException) : base(message, innerException) { }
    public NoSuchEntityException(Exception innerException) : base(innerException) { }
    public NoSuchEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public NoSuchEntityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ServiceFailureException : AmazonIdentityManagementServiceException
{
    public ServiceFailureException(string message) : base(message) { }
    public ServiceFailureException(string message, Exception innerException) : base(message, innerException) { }
    public ServiceFailureException(Exception innerException) : base(innerException) { }
    public ServiceFailureException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ServiceFailureException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class UnmodifiableEntityException : AmazonIdentityManagementServiceException
{
    public UnmodifiableEntityException(string message) : base(message) { }
    public UnmodifiableEntityException(string message, Exception innerException) : base(message, innerException) { }
    public UnmodifiableEntityException(Exception innerException) : base(innerException) { }
    public UnmodifiableEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public UnmodifiableEntityException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
