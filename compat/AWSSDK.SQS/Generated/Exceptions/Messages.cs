// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SQS.Model;

public class InvalidIdFormatException : AmazonSQSException
{
    public InvalidIdFormatException(string message) : base(message) { }
    public InvalidIdFormatException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidIdFormatException(Exception innerException) : base(innerException) { }
    public InvalidIdFormatException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidIdFormatException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidMessageContentsException : AmazonSQSException
{
    public InvalidMessageContentsException(string message) : base(message) { }
    public InvalidMessageContentsException(string message, Exception innerException) : base(message, innerException) { }
    public InvalidMessageContentsException(Exception innerException) : base(innerException) { }
    public InvalidMessageContentsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public InvalidMessageContentsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsAccessDeniedException : AmazonSQSException
{
    public KmsAccessDeniedException(string message) : base(message) { }
    public KmsAccessDeniedException(string message, Exception innerException) : base(message, innerException) { }
    public KmsAccessDeniedException(Exception innerException) : base(innerException) { }
    public KmsAccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsAccessDeniedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsDisabledException : AmazonSQSException
{
    public KmsDisabledException(string message) : base(message) { }
    public KmsDisabledException(string message, Exception innerException) : base(message, innerException) { }
    public KmsDisabledException(Exception innerException) : base(innerException) { }
    public KmsDisabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsDisabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsInvalidKeyUsageException : AmazonSQSException
{
    public KmsInvalidKeyUsageException(string message) : base(message) { }
    public KmsInvalidKeyUsageException(string message, Exception innerException) : base(message, innerException) { }
    public KmsInvalidKeyUsageException(Exception innerException) : base(innerException) { }
    public KmsInvalidKeyUsageException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsInvalidKeyUsageException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsInvalidStateException : AmazonSQSException
{
    public KmsInvalidStateException(string message) : base(message) { }
    public KmsInvalidStateException(string message, Exception innerException) : base(message, innerException) { }
    public KmsInvalidStateException(Exception innerException) : base(innerException) { }
    public KmsInvalidStateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsInvalidStateException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsNotFoundException : AmazonSQSException
{
    public KmsNotFoundException(string message) : base(message) { }
    public KmsNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public KmsNotFoundException(Exception innerException) : base(innerException) { }
    public KmsNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsOptInRequiredException : AmazonSQSException
{
    public KmsOptInRequiredException(string message) : base(message) { }
    public KmsOptInRequiredException(string message, Exception innerException) : base(message, innerException) { }
    public KmsOptInRequiredException(Exception innerException) : base(innerException) { }
    public KmsOptInRequiredException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsOptInRequiredException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class KmsThrottledException : AmazonSQSException
{
    public KmsThrottledException(string message) : base(message) { }
    public KmsThrottledException(string message, Exception innerException) : base(message, innerException) { }
    public KmsThrottledException(Exception innerException) : base(innerException) { }
    public KmsThrottledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public KmsThrottledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ReceiptHandleIsInvalidException : AmazonSQSException
{
    public ReceiptHandleIsInvalidException(string message) : base(message) { }
    public ReceiptHandleIsInvalidException(string message, Exception innerException) : base(message, innerException) { }
    public ReceiptHandleIsInvalidException(Exception innerException) : base(innerException) { }
    public ReceiptHandleIsInvalidException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ReceiptHandleIsInvalidException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
