// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public class ChangeSetNotFoundException : AmazonCloudFormationException
{
    public ChangeSetNotFoundException(string message) : base(message) { }
    public ChangeSetNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    public ChangeSetNotFoundException(Exception innerException) : base(innerException) { }
    public ChangeSetNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ChangeSetNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TokenAlreadyExistsException : AmazonCloudFormationException
{
    public TokenAlreadyExistsException(string message) : base(message) { }
    public TokenAlreadyExistsException(string message, Exception innerException) : base(message, innerException) { }
    public TokenAlreadyExistsException(Exception innerException) : base(innerException) { }
    public TokenAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public TokenAlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
