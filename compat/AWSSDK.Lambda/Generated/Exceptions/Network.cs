// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public class EC2AccessDeniedException : AmazonLambdaException, IShape
{
    public EC2AccessDeniedException(string message) : base(message) { }
    public EC2AccessDeniedException(string message, Exception innerException) : base(message, innerException) { }
    public EC2AccessDeniedException(Exception innerException) : base(innerException) { }
    public EC2AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public EC2AccessDeniedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class EC2ThrottledException : AmazonLambdaException, IShape
{
    public EC2ThrottledException(string message) : base(message) { }
    public EC2ThrottledException(string message, Exception innerException) : base(message, innerException) { }
    public EC2ThrottledException(Exception innerException) : base(innerException) { }
    public EC2ThrottledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public EC2ThrottledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class EC2UnexpectedException : AmazonLambdaException, IShape
{
    public EC2UnexpectedException(string message) : base(message) { }
    public EC2UnexpectedException(string message, Exception innerException) : base(message, innerException) { }
    public EC2UnexpectedException(Exception innerException) : base(innerException) { }
    public EC2UnexpectedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public EC2UnexpectedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string EC2ErrorCode { get; set; }
    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        EC2ErrorCode = wire.Member("EC2ErrorCode", EC2ErrorCode);
        Type = wire.Member("Type", Type);
    }
}

public class ENILimitReachedException : AmazonLambdaException, IShape
{
    public ENILimitReachedException(string message) : base(message) { }
    public ENILimitReachedException(string message, Exception innerException) : base(message, innerException) { }
    public ENILimitReachedException(Exception innerException) : base(innerException) { }
    public ENILimitReachedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ENILimitReachedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidSecurityGroupIDException : AmazonLambdaException, IShape
{
    public InvalidSecurityGroupIDException(string message) : base(message) { }
    public InvalidSecurityGroupIDException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidSecurityGroupIDException(Exception innerException) : base(innerException) { }
    public InvalidSecurityGroupIDException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidSecurityGroupIDException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidSubnetIDException : AmazonLambdaException, IShape
{
    public InvalidSubnetIDException(string message) : base(message) { }
    public InvalidSubnetIDException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidSubnetIDException(Exception innerException) : base(innerException) { }
    public InvalidSubnetIDException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidSubnetIDException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class SubnetIPAddressLimitReachedException : AmazonLambdaException, IShape
{
    public SubnetIPAddressLimitReachedException(string message) : base(message) { }
    public SubnetIPAddressLimitReachedException(string message, Exception innerException) : base(message, innerException) { }
    public SubnetIPAddressLimitReachedException(Exception innerException) : base(innerException) { }
    public SubnetIPAddressLimitReachedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public SubnetIPAddressLimitReachedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}
