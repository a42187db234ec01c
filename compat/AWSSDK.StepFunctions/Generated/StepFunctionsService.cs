// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.StepFunctions;

internal static class StepFunctionsService
{
    internal static readonly ServiceModel Model = new("SFN", "Amazon.StepFunctions", "states", "2016-11-23")
    {
        Protocol = new AwsJson("AWSStepFunctions", "1.0"),
        Exception = Exception,
    };

    private static AmazonStepFunctionsException Exception(ServiceError e) => e.Name switch
    {
        "ConflictException" => new ConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ExecutionLimitExceeded" => new ExecutionLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidArn" => new InvalidArnException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidDefinition" => new InvalidDefinitionException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidEncryptionConfiguration" => new InvalidEncryptionConfigurationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidExecutionInput" => new InvalidExecutionInputException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidLoggingConfiguration" => new InvalidLoggingConfigurationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidName" => new InvalidNameException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidOutput" => new InvalidOutputException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidToken" => new InvalidTokenException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidTracingConfiguration" => new InvalidTracingConfigurationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsAccessDeniedException" => new KmsAccessDeniedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsInvalidStateException" => new KmsInvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KmsThrottlingException" => new KmsThrottlingException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "MissingRequiredParameter" => new MissingRequiredParameterException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFound" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceQuotaExceededException" => new ServiceQuotaExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StateMachineAlreadyExists" => new StateMachineAlreadyExistsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StateMachineDeleting" => new StateMachineDeletingException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StateMachineLimitExceeded" => new StateMachineLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TaskDoesNotExist" => new TaskDoesNotExistException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TaskTimedOut" => new TaskTimedOutException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TooManyTags" => new TooManyTagsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ValidationException" => new ValidationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonStepFunctionsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
