// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public class ProvisionedConcurrencyConfigNotFoundException : AmazonLambdaException, IShape
{
    public ProvisionedConcurrencyConfigNotFoundException(string message) : base(message) { }
    public ProvisionedConcurrencyConfigNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public ProvisionedConcurrencyConfigNotFoundException(Exception innerException) : base(innerException) { }
    public ProvisionedConcurrencyConfigNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ProvisionedConcurrencyConfigNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Member("Type", Type);
    }
}
