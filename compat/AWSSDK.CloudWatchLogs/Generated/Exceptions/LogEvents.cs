// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatchLogs.Model;

public class DataAlreadyAcceptedException : AmazonCloudWatchLogsException, IShape
{
    public DataAlreadyAcceptedException(string message) : base(message) { }
    public DataAlreadyAcceptedException(string message, Exception innerException) : base(message, innerException) { }
    public DataAlreadyAcceptedException(Exception innerException) : base(innerException) { }
    public DataAlreadyAcceptedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public DataAlreadyAcceptedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string ExpectedSequenceToken { get; set; }

    void IShape.Members(Wire wire)
    {
        ExpectedSequenceToken = wire.Member("expectedSequenceToken", ExpectedSequenceToken);
    }
}

public class InvalidSequenceTokenException : AmazonCloudWatchLogsException, IShape
{
    public InvalidSequenceTokenException(string message) : base(message) { }
    public InvalidSequenceTokenException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidSequenceTokenException(Exception innerException) : base(innerException) { }
    public InvalidSequenceTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidSequenceTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string ExpectedSequenceToken { get; set; }

    void IShape.Members(Wire wire)
    {
        ExpectedSequenceToken = wire.Member("expectedSequenceToken", ExpectedSequenceToken);
    }
}

public class UnrecognizedClientException : AmazonCloudWatchLogsException
{
    public UnrecognizedClientException(string message) : base(message) { }
    public UnrecognizedClientException(string message, Exception innerException) : base(message, innerException) { }
    public UnrecognizedClientException(Exception innerException) : base(innerException) { }
    public UnrecognizedClientException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public UnrecognizedClientException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
