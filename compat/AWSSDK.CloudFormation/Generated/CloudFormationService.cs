// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.CloudFormation;

internal static class CloudFormationService
{
    internal static readonly ServiceModel Model = new("CloudFormation", "Amazon.CloudFormation", "cloudformation", "2010-05-15")
    {
        Protocol = new AwsQuery(),
        Exception = Exception,
    };

    private static AmazonCloudFormationException Exception(ServiceError e) => e.Name switch
    {
        "AlreadyExistsException" => new AlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ChangeSetNotFoundException" or "ChangeSetNotFound" => new ChangeSetNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InsufficientCapabilitiesException" => new InsufficientCapabilitiesException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidChangeSetStatusException" or "InvalidChangeSetStatus" => new InvalidChangeSetStatusException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "LimitExceededException" => new LimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TokenAlreadyExistsException" => new TokenAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonCloudFormationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
