// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Compat.Aws;
using Compat.Aws.Protocols;

namespace Amazon.Lambda;

internal static class LambdaService
{
    internal static readonly ServiceModel Model = new("Lambda", "Amazon.Lambda", "lambda", "2015-03-31")
    {
        Protocol = new RestJson(),
        Exception = Exception,
    };

    private static AmazonLambdaException Exception(ServiceError e) => e.Name switch
    {
        "CodeSigningConfigNotFoundException" => new CodeSigningConfigNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "CodeStorageExceededException" => new CodeStorageExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "CodeVerificationFailedException" => new CodeVerificationFailedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "DurableExecutionAlreadyStartedException" => new DurableExecutionAlreadyStartedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EC2AccessDeniedException" => new EC2AccessDeniedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EC2ThrottledException" => new EC2ThrottledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EC2UnexpectedException" => new EC2UnexpectedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EFSIOException" => new EFSIOException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EFSMountConnectivityException" => new EFSMountConnectivityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EFSMountFailureException" => new EFSMountFailureException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "EFSMountTimeoutException" => new EFSMountTimeoutException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ENILimitReachedException" => new ENILimitReachedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "FunctionVersionsPerCapacityProviderLimitExceededException" => new FunctionVersionsPerCapacityProviderLimitExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidCodeSignatureException" => new InvalidCodeSignatureException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidParameterValueException" => new InvalidParameterValueException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidRequestContentException" => new InvalidRequestContentException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidRuntimeException" => new InvalidRuntimeException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidSecurityGroupIDException" => new InvalidSecurityGroupIDException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidSubnetIDException" => new InvalidSubnetIDException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "InvalidZipFileException" => new InvalidZipFileException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSAccessDeniedException" => new KMSAccessDeniedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSDisabledException" => new KMSDisabledException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSInvalidStateException" => new KMSInvalidStateException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "KMSNotFoundException" => new KMSNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "NoPublishedVersionException" => new NoPublishedVersionException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "PolicyLengthExceededException" => new PolicyLengthExceededException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "PreconditionFailedException" => new PreconditionFailedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ProvisionedConcurrencyConfigNotFoundException" => new ProvisionedConcurrencyConfigNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "RecursiveInvocationException" => new RecursiveInvocationException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "RequestTooLargeException" => new RequestTooLargeException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceConflictException" => new ResourceConflictException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceInUseException" => new ResourceInUseException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ResourceNotReadyException" => new ResourceNotReadyException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "S3FilesMountConnectivityException" => new S3FilesMountConnectivityException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "S3FilesMountFailureException" => new S3FilesMountFailureException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "S3FilesMountTimeoutException" => new S3FilesMountTimeoutException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SerializedRequestEntityTooLargeException" => new SerializedRequestEntityTooLargeException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "ServiceException" => new ServiceException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SnapStartException" => new SnapStartException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SnapStartNotReadyException" => new SnapStartNotReadyException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SnapStartTimeoutException" => new SnapStartTimeoutException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "SubnetIPAddressLimitReachedException" => new SubnetIPAddressLimitReachedException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "TooManyRequestsException" => new TooManyRequestsException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        "UnsupportedMediaTypeException" => new UnsupportedMediaTypeException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
        _ => new AmazonLambdaException(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),
    };
}
