// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.CloudWatch;

internal static class CloudWatchService
{
    internal static readonly ServiceModel Model = new("CloudWatch", "Amazon.CloudWatch", "monitoring", "2010-08-01")
    {
        Protocol = new AwsJson("GraniteServiceVersion20100801", "1.0"),
        Exception = Exception,
    };

    private static AmazonCloudWatchException Exception(ServiceError e) => e.Name switch
    {
        "ConflictException" => new ConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "DashboardInvalidInputError" or "InvalidParameterInput" => new DashboardInvalidInputErrorException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "DashboardNotFoundError" => new DashboardNotFoundErrorException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InternalServiceFault" or "InternalServiceError" => new InternalServiceException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidFormatFault" or "InvalidFormat" => new InvalidFormatException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidNextToken" => new InvalidNextTokenException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterCombinationException" or "InvalidParameterCombination" => new InvalidParameterCombinationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterValueException" or "InvalidParameterValue" => new InvalidParameterValueException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededFault" or "LimitExceeded" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "MissingRequiredParameterException" or "MissingParameter" => new MissingRequiredParameterException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFound" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonCloudWatchException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
