// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public class DurableExecutionAlreadyStartedException : AmazonLambdaException, IShape
{
    public DurableExecutionAlreadyStartedException(string message) : base(message) { }
    public DurableExecutionAlreadyStartedException(string message, Exception innerException) : base(message, innerException) { }
    public DurableExecutionAlreadyStartedException(Exception innerException) : base(innerException) { }
    public DurableExecutionAlreadyStartedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public DurableExecutionAlreadyStartedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidRequestContentException : AmazonLambdaException, IShape
{
    public InvalidRequestContentException(string message) : base(message) { }
    public InvalidRequestContentException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidRequestContentException(Exception innerException) : base(innerException) { }
    public InvalidRequestContentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidRequestContentException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidRuntimeException : AmazonLambdaException, IShape
{
    public InvalidRuntimeException(string message) : base(message) { }
    public InvalidRuntimeException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidRuntimeException(Exception innerException) : base(innerException) { }
    public InvalidRuntimeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidRuntimeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class InvalidZipFileException : AmazonLambdaException, IShape
{
    public InvalidZipFileException(string message) : base(message) { }
    public InvalidZipFileException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidZipFileException(Exception innerException) : base(innerException) { }
    public InvalidZipFileException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidZipFileException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class NoPublishedVersionException : AmazonLambdaException, IShape
{
    public NoPublishedVersionException(string message) : base(message) { }
    public NoPublishedVersionException(string message, Exception innerException) : base(message, innerException) { }
    public NoPublishedVersionException(Exception innerException) : base(innerException) { }
    public NoPublishedVersionException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public NoPublishedVersionException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class RecursiveInvocationException : AmazonLambdaException, IShape
{
    public RecursiveInvocationException(string message) : base(message) { }
    public RecursiveInvocationException(string message, Exception innerException) : base(message, innerException) { }
    public RecursiveInvocationException(Exception innerException) : base(innerException) { }
    public RecursiveInvocationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public RecursiveInvocationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class RequestTooLargeException : AmazonLambdaException, IShape
{
    public RequestTooLargeException(string message) : base(message) { }
    public RequestTooLargeException(string message, Exception innerException) : base(message, innerException) { }
    public RequestTooLargeException(Exception innerException) : base(innerException) { }
    public RequestTooLargeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public RequestTooLargeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class ResourceNotReadyException : AmazonLambdaException, IShape
{
    public ResourceNotReadyException(string message) : base(message) { }
    public ResourceNotReadyException(string message, Exception innerException) : base(message, innerException) { }
    public ResourceNotReadyException(Exception innerException) : base(innerException) { }
    public ResourceNotReadyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ResourceNotReadyException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class SerializedRequestEntityTooLargeException : AmazonLambdaException, IShape
{
    public SerializedRequestEntityTooLargeException(string message) : base(message) { }
    public SerializedRequestEntityTooLargeException(string message, Exception innerException) : base(message, innerException) { }
    public SerializedRequestEntityTooLargeException(Exception innerException) : base(innerException) { }
    public SerializedRequestEntityTooLargeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public SerializedRequestEntityTooLargeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}

public class UnsupportedMediaTypeException : AmazonLambdaException, IShape
{
    public UnsupportedMediaTypeException(string message) : base(message) { }
    public UnsupportedMediaTypeException(string message, Exception innerException) : base(message, innerException) { }
    public UnsupportedMediaTypeException(Exception innerException) : base(innerException) { }
    public UnsupportedMediaTypeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public UnsupportedMediaTypeException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}
