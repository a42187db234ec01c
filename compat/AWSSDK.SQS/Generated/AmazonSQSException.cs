// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS;

public class AmazonSQSException : AmazonServiceException
{
    public AmazonSQSException(string message) : base(message) { }
    public AmazonSQSException(string message, Exception innerException) : base(message, innerException) { }
    public AmazonSQSException(Exception innerException) : base(innerException) { }
    public AmazonSQSException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public AmazonSQSException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
