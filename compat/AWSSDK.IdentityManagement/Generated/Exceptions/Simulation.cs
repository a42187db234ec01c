// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public class PolicyEvaluationException : AmazonIdentityManagementServiceException
{
    public PolicyEvaluationException(string message) : base(message) { }
    public PolicyEvaluationException(string message, Exception innerException) : base(message, innerException) { }
    public PolicyEvaluationException(Exception innerException) : base(innerException) { }
    public PolicyEvaluationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public PolicyEvaluationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
