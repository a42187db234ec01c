// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SQS.Model;

public class InvalidAttributeNameException : AmazonSQSException
{
    public InvalidAttributeNameException(string message) : base(message) { }
    public InvalidAttributeNameException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidAttributeNameException(Exception innerException) : base(innerException) { }
    public InvalidAttributeNameException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidAttributeNameException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidAttributeValueException : AmazonSQSException
{
    public InvalidAttributeValueException(string message) : base(message) { }
    public InvalidAttributeValueException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidAttributeValueException(Exception innerException) : base(innerException) { }
    public InvalidAttributeValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidAttributeValueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class QueueDeletedRecentlyException : AmazonSQSException
{
    public QueueDeletedRecentlyException(string message) : base(message) { }
    public QueueDeletedRecentlyException(string message, Exception innerException) : base(message, innerException) { }
    public QueueDeletedRecentlyException(Exception innerException) : base(innerException) { }
    public QueueDeletedRecentlyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public QueueDeletedRecentlyException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class QueueNameExistsException : AmazonSQSException
{
    public QueueNameExistsException(string message) : base(message) { }
    public QueueNameExistsException(string message, Exception innerException) : base(message, innerException) { }
    public QueueNameExistsException(Exception innerException) : base(innerException) { }
    public QueueNameExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public QueueNameExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
