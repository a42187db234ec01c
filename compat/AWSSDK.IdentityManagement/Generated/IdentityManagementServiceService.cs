// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.IdentityManagement;

internal static class IdentityManagementServiceService
{
    internal static readonly ServiceModel Model = new("IAM", "Amazon.IdentityManagement", "iam", "2010-05-08")
    {
        Protocol = new AwsQuery(),
        Exception = Exception,
        IsGlobal = true,
    };

    private static AmazonIdentityManagementServiceException Exception(ServiceError e) => e.Name switch
    {
        "ConcurrentModificationException" or "ConcurrentModification" => new ConcurrentModificationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "DeleteConflictException" or "DeleteConflict" => new DeleteConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EntityAlreadyExistsException" or "EntityAlreadyExists" => new EntityAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidInputException" or "InvalidInput" => new InvalidInputException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededException" or "LimitExceeded" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "MalformedPolicyDocumentException" or "MalformedPolicyDocument" => new MalformedPolicyDocumentException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "NoSuchEntityException" or "NoSuchEntity" => new NoSuchEntityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "PolicyEvaluationException" or "PolicyEvaluation" => new PolicyEvaluationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceFailureException" or "ServiceFailure" => new ServiceFailureException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "UnmodifiableEntityException" or "UnmodifiableEntity" => new UnmodifiableEntityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonIdentityManagementServiceException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
