// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.CloudWatchLogs;

internal static class CloudWatchLogsService
{
    internal static readonly ServiceModel Model = new("CloudWatch Logs", "Amazon.CloudWatchLogs", "logs", "2014-03-28")
    {
        Protocol = new AwsJson("Logs_20140328", "1.1"),
        Exception = Exception,
    };

    private static AmazonCloudWatchLogsException Exception(ServiceError e) => e.Name switch
    {
        "DataAlreadyAcceptedException" => new DataAlreadyAcceptedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterException" => new InvalidParameterException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidSequenceTokenException" => new InvalidSequenceTokenException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededException" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "OperationAbortedException" => new OperationAbortedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceAlreadyExistsException" => new ResourceAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceUnavailableException" => new ServiceUnavailableException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "UnrecognizedClientException" => new UnrecognizedClientException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ValidationException" => new ValidationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonCloudWatchLogsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
