// Written by compat/generator from the service's model: change services.py there and run it again.
using System.Net;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public class ConflictException : AmazonCloudWatchException
{
    public ConflictException(string message) : base(message) { }
    public ConflictException(string message, Exception innerException) : base(message, innerException) { }
    public ConflictException(Exception innerException) : base(innerException) { }
    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public ConflictException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class DashboardInvalidInputErrorException : AmazonCloudWatchException, IShape
{
    public DashboardInvalidInputErrorException(string message) : base(message) { }
    public DashboardInvalidInputErrorException(string message, Exception innerException) : base(message, innerException) { }
    public DashboardInvalidInputErrorException(Exception innerException) : base(innerException) { }
    public DashboardInvalidInputErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public DashboardInvalidInputErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public List<DashboardValidationMessage> DashboardValidationMessages { get; set; }

    void IShape.Members(Wire wire)
    {
        DashboardValidationMessages = wire.List("dashboardValidationMessages", DashboardValidationMessages, Each.Shape);
    }
}

public class DashboardNotFoundErrorException : AmazonCloudWatchException
{
    public DashboardNotFoundErrorException(string message) : base(message) { }
    public DashboardNotFoundErrorException(string message, Exception innerException) : base(message, innerException) { }
    public DashboardNotFoundErrorException(Exception innerException) : base(innerException) { }
    public DashboardNotFoundErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
    public DashboardNotFoundErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
