// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.SimpleNotificationService;

internal static class SimpleNotificationServiceService
{
    internal static readonly ServiceModel Model = new("SNS", "Amazon.SimpleNotificationService", "sns", "2010-03-31")
    {
        Protocol = new AwsQuery(),
        Exception = Exception,
    };

    private static AmazonSimpleNotificationServiceException Exception(ServiceError e) => e.Name switch
    {
        "AuthorizationErrorException" or "AuthorizationError" => new AuthorizationErrorException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ConcurrentAccessException" or "ConcurrentAccess" => new ConcurrentAccessException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EndpointDisabledException" or "EndpointDisabled" => new EndpointDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "FilterPolicyLimitExceededException" or "FilterPolicyLimitExceeded" => new FilterPolicyLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InternalErrorException" or "InternalError" => new InternalErrorException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterException" or "InvalidParameter" => new InvalidParameterException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterValueException" or "ParameterValueInvalid" => new InvalidParameterValueException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidSecurityException" or "InvalidSecurity" => new InvalidSecurityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidStateException" or "InvalidState" => new InvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSAccessDeniedException" or "KMSAccessDenied" => new KMSAccessDeniedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSDisabledException" or "KMSDisabled" => new KMSDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSInvalidStateException" or "KMSInvalidState" => new KMSInvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSNotFoundException" or "KMSNotFound" => new KMSNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSOptInRequired" => new KMSOptInRequiredException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSThrottlingException" or "KMSThrottling" => new KMSThrottlingException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "NotFoundException" or "NotFound" => new NotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "PlatformApplicationDisabledException" or "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ReplayLimitExceededException" or "ReplayLimitExceeded" => new ReplayLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StaleTagException" or "StaleTag" => new StaleTagException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SubscriptionLimitExceededException" or "SubscriptionLimitExceeded" => new SubscriptionLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TagLimitExceededException" or "TagLimitExceeded" => new TagLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TagPolicyException" or "TagPolicy" => new TagPolicyException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TopicLimitExceededException" or "TopicLimitExceeded" => new TopicLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ValidationException" => new ValidationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonSimpleNotificationServiceException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
