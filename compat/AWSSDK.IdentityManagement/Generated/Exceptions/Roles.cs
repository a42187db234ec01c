// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public class ConcurrentModificationException : AmazonIdentityManagementServiceException
{
    public ConcurrentModificationException(string message) : base(message) { }
    public ConcurrentModificationException(string message, Exception innerException) : base(message, innerException) { }
    public ConcurrentModificationException(Exception innerException) : base(innerException) { }
    public ConcurrentModificationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ConcurrentModificationException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class DeleteConflictException : AmazonIdentityManagementServiceException
{
    public DeleteConflictException(string message) : base(message) { }
    public DeleteConflictException(string message, Exception innerException) : base(message, innerException) { }
    public DeleteConflictException(Exception innerException) : base(innerException) { }
    public DeleteConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public DeleteConflictException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class EntityAlreadyExistsException : AmazonIdentityManagementServiceException
{
    public EntityAlreadyExistsException(string message) : base(message) { }
    public EntityAlreadyExistsException(string message, Exception innerException) : base(message, innerException) { }
    public EntityAlreadyExistsException(Exception innerException) : base(innerException) { }
    public EntityAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public EntityAlreadyExistsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
