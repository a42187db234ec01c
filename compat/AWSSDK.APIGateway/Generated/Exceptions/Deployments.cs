// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.APIGateway.Model;

public class ServiceUnavailableException : AmazonAPIGatewayException, IShape
{
    public ServiceUnavailableException(string message) : base(message) { }
    public ServiceUnavailableException(string message, Exception innerException) : base(message, innerException) { }
    public ServiceUnavailableException(Exception innerException) : base(innerException) { }
    public ServiceUnavailableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ServiceUnavailableException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string RetryAfterSeconds { get; set; }

    void IShape.Members(Wire wire)
    {
        RetryAfterSeconds = wire.Header("Retry-After", RetryAfterSeconds);
    }
}
