// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.Scheduler.Model;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.Scheduler;

internal static class SchedulerService
{
    internal static readonly ServiceModel Model = new("Scheduler", "Amazon.Scheduler", "scheduler", "2021-06-30")
    {
        Protocol = new RestJson(),
        Exception = Exception,
    };

    private static AmazonSchedulerException Exception(ServiceError e) => e.Name switch
    {
        "ConflictException" => new ConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InternalServerException" => new InternalServerException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceQuotaExceededException" => new ServiceQuotaExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ThrottlingException" => new ThrottlingException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ValidationException" => new ValidationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonSchedulerException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
