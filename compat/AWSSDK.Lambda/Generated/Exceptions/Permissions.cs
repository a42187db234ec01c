// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public class PolicyLengthExceededException : AmazonLambdaException, IShape
{
    public PolicyLengthExceededException(string message) : base(message) { }
    public PolicyLengthExceededException(string message, Exception innerException) : base(message, innerException) { }
    public PolicyLengthExceededException(Exception innerException) : base(innerException) { }
    public PolicyLengthExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public PolicyLengthExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}
