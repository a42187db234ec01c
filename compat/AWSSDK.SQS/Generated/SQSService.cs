// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.SQS.Model;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.SQS;

internal static class SQSService
{
    internal static readonly ServiceModel Model = new("SQS", "Amazon.SQS", "sqs", "2012-11-05")
    {
        Protocol = new AwsJson("AmazonSQS", "1.0"),
        Exception = Exception,
    };

    private static AmazonSQSException Exception(ServiceError e) => e.Name switch
    {
        "InvalidAddress" => new InvalidAddressException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidAttributeName" => new InvalidAttributeNameException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidAttributeValue" => new InvalidAttributeValueException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidIdFormat" => new InvalidIdFormatException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidMessageContents" => new InvalidMessageContentsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidSecurity" => new InvalidSecurityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsAccessDenied" => new KmsAccessDeniedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsDisabled" => new KmsDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsInvalidKeyUsage" => new KmsInvalidKeyUsageException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsInvalidState" => new KmsInvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsNotFound" => new KmsNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsOptInRequired" => new KmsOptInRequiredException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsThrottled" => new KmsThrottledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "OverLimit" => new OverLimitException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "QueueDeletedRecently" => new QueueDeletedRecentlyException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "QueueDoesNotExist" => new QueueDoesNotExistException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "QueueNameExists" => new QueueNameExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ReceiptHandleIsInvalid" => new ReceiptHandleIsInvalidException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "RequestThrottled" => new RequestThrottledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "UnsupportedOperation" => new UnsupportedOperationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonSQSException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
