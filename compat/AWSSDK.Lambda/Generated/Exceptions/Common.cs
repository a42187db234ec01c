// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public class CodeSigningConfigNotFoundException : AmazonLambdaException, IShape
{
    public CodeSigningConfigNotFoundException(string message) : base(message) { }
    public CodeSigningConfigNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public CodeSigningConfigNotFoundException(Exception innerException) : base(innerException) { }
    public CodeSigningConfigNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public CodeSigningConfigNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class CodeStorageExceededException : AmazonLambdaException, IShape
{
    public CodeStorageExceededException(string message) : base(message) { }
    public CodeStorageExceededException(string message, Exception innerException) : base(message, innerException) { }
    public CodeStorageExceededException(Exception innerException) : base(innerException) { }
    public CodeStorageExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public CodeStorageExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class CodeVerificationFailedException : AmazonLambdaException, IShape
{
    public CodeVerificationFailedException(string message) : base(message) { }
    public CodeVerificationFailedException(string message, Exception innerException) : base(message, innerException) { }
    public CodeVerificationFailedException(Exception innerException) : base(innerException) { }
    public CodeVerificationFailedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public CodeVerificationFailedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class FunctionVersionsPerCapacityProviderLimitExceededException : AmazonLambdaException, IShape
{
    public FunctionVersionsPerCapacityProviderLimitExceededException(string message) : base(message) { }
    public FunctionVersionsPerCapacityProviderLimitExceededException(string message, Exception innerException) : base(message, innerException) { }
    public FunctionVersionsPerCapacityProviderLimitExceededException(Exception innerException) : base(innerException) { }
    public FunctionVersionsPerCapacityProviderLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public FunctionVersionsPerCapacityProviderLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidCodeSignatureException : AmazonLambdaException, IShape
{
    public InvalidCodeSignatureException(string message) : base(message) { }
    public InvalidCodeSignatureException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidCodeSignatureException(Exception innerException) : base(innerException) { }
    public InvalidCodeSignatureException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidCodeSignatureException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidParameterValueException : AmazonLambdaException, IShape
{
    public InvalidParameterValueException(string message) : base(message) { }
    public InvalidParameterValueException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidParameterValueException(Exception innerException) : base(innerException) { }
    public InvalidParameterValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidParameterValueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class PreconditionFailedException : AmazonLambdaException, IShape
{
    public PreconditionFailedException(string message) : base(message) { }
    public PreconditionFailedException(string message, Exception innerException) : base(message, innerException) { }
    public PreconditionFailedException(Exception innerException) : base(innerException) { }
    public PreconditionFailedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public PreconditionFailedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class ResourceConflictException : AmazonLambdaException, IShape
{
    public ResourceConflictException(string message) : base(message) { }
    public ResourceConflictException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceConflictException(Exception innerException) : base(innerException) { }
    public ResourceConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ResourceConflictException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class ResourceInUseException : AmazonLambdaException, IShape
{
    public ResourceInUseException(string message) : base(message) { }
    public ResourceInUseException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceInUseException(Exception innerException) : base(innerException) { }
    public ResourceInUseException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ResourceInUseException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class ResourceNotFoundException : AmazonLambdaException, IShape
{
    public ResourceNotFoundException(string message) : base(message) { }
    public ResourceNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceNotFoundException(Exception innerException) : base(innerException) { }
    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ResourceNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class ServiceException : AmazonLambdaException, IShape
{
    public ServiceException(string message) : base(message) { }
    public ServiceException(string message, Exception innerException) : base(message, innerException) { }
    public ServiceException(Exception innerException) : base(innerException) { }
    public ServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class TooManyRequestsException : AmazonLambdaException, IShape
{
    public TooManyRequestsException(string message) : base(message) { }
    public TooManyRequestsException(string message, Exception innerException) : base(message, innerException) { }
    public TooManyRequestsException(Exception innerException) : base(innerException) { }
    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public TooManyRequestsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ThrottleReason Reason { get; set; }
    public string RetryAfterSeconds { get; set; }
    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Reason = wire.Constant("Reason", Reason, value => new(value));
        RetryAfterSeconds = wire.Header("Retry-After", RetryAfterSeconds);
        Type = wire.Member("Type", Type);
    }
}
