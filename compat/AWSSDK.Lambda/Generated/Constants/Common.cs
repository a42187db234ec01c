// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class ApplicationLogLevel : ConstantClass
{
    public static readonly ApplicationLogLevel DEBUG = new("DEBUG");
    public static readonly ApplicationLogLevel ERROR = new("ERROR");
    public static readonly ApplicationLogLevel FATAL = new("FATAL");
    public static readonly ApplicationLogLevel INFO = new("INFO");
    public static readonly ApplicationLogLevel TRACE = new("TRACE");
    public static readonly ApplicationLogLevel WARN = new("WARN");

    public ApplicationLogLevel(string value) : base(value) { }

    public static ApplicationLogLevel FindValue(string value) => FindValue<ApplicationLogLevel>(value);

    public static implicit operator ApplicationLogLevel(string value) => FindValue(value);
}

public class Architecture : ConstantClass
{
    public static readonly Architecture Arm64 = new("arm64");
    public static readonly Architecture X86_64 = new("x86_64");

    public Architecture(string value) : base(value) { }

    public static Architecture FindValue(string value) => FindValue<Architecture>(value);

    public static implicit operator Architecture(string value) => FindValue(value);
}

public class FunctionVersionLatestPublished : ConstantClass
{
    public static readonly FunctionVersionLatestPublished LATEST_PUBLISHED = new("LATEST_PUBLISHED");

    public FunctionVersionLatestPublished(string value) : base(value) { }

    public static FunctionVersionLatestPublished FindValue(string value) => FindValue<FunctionVersionLatestPublished>(value);

    public static implicit operator FunctionVersionLatestPublished(string value) => FindValue(value);
}

public class LastUpdateStatus : ConstantClass
{
    public static readonly LastUpdateStatus Failed = new("Failed");
    public static readonly LastUpdateStatus InProgress = new("InProgress");
    public static readonly LastUpdateStatus Successful = new("Successful");

    public LastUpdateStatus(string value) : base(value) { }

    public static LastUpdateStatus FindValue(string value) => FindValue<LastUpdateStatus>(value);

    public static implicit operator LastUpdateStatus(string value) => FindValue(value);
}

public class LastUpdateStatusReasonCode : ConstantClass
{
    public static readonly LastUpdateStatusReasonCode CapacityProviderScalingLimitExceeded = new("CapacityProviderScalingLimitExceeded");
    public static readonly LastUpdateStatusReasonCode DisabledKMSKey = new("DisabledKMSKey");
    public static readonly LastUpdateStatusReasonCode DisallowedByVpcEncryptionControl = new("DisallowedByVpcEncryptionControl");
    public static readonly LastUpdateStatusReasonCode EC2RequestLimitExceeded = new("EC2RequestLimitExceeded");
    public static readonly LastUpdateStatusReasonCode EFSIOError = new("EFSIOError");
    public static readonly LastUpdateStatusReasonCode EFSMountConnectivityError = new("EFSMountConnectivityError");
    public static readonly LastUpdateStatusReasonCode EFSMountFailure = new("EFSMountFailure");
    public static readonly LastUpdateStatusReasonCode EFSMountTimeout = new("EFSMountTimeout");
    public static readonly LastUpdateStatusReasonCode EniLimitExceeded = new("EniLimitExceeded");
    public static readonly LastUpdateStatusReasonCode FunctionError = new("FunctionError");
    public static readonly LastUpdateStatusReasonCode FunctionErrorExtensionInitError = new("FunctionError.ExtensionInitError");
    public static readonly LastUpdateStatusReasonCode FunctionErrorInitResourceExhausted = new("FunctionError.InitResourceExhausted");
    public static readonly LastUpdateStatusReasonCode FunctionErrorInitTimeout = new("FunctionError.InitTimeout");
    public static readonly LastUpdateStatusReasonCode FunctionErrorInvalidEntryPoint = new("FunctionError.InvalidEntryPoint");
    public static readonly LastUpdateStatusReasonCode FunctionErrorInvalidWorkingDirectory = new("FunctionError.InvalidWorkingDirectory");
    public static readonly LastUpdateStatusReasonCode FunctionErrorPermissionDenied = new("FunctionError.PermissionDenied");
    public static readonly LastUpdateStatusReasonCode FunctionErrorRuntimeInitError = new("FunctionError.RuntimeInitError");
    public static readonly LastUpdateStatusReasonCode FunctionErrorTooManyExtensions = new("FunctionError.TooManyExtensions");
    public static readonly LastUpdateStatusReasonCode ImageAccessDenied = new("ImageAccessDenied");
    public static readonly LastUpdateStatusReasonCode ImageDeleted = new("ImageDeleted");
    public static readonly LastUpdateStatusReasonCode InsufficientCapacity = new("InsufficientCapacity");
    public static readonly LastUpdateStatusReasonCode InsufficientRolePermissions = new("InsufficientRolePermissions");
    public static readonly LastUpdateStatusReasonCode InternalError = new("InternalError");
    public static readonly LastUpdateStatusReasonCode InvalidConfiguration = new("InvalidConfiguration");
    public static readonly LastUpdateStatusReasonCode InvalidImage = new("InvalidImage");
    public static readonly LastUpdateStatusReasonCode InvalidRuntime = new("InvalidRuntime");
    public static readonly LastUpdateStatusReasonCode InvalidSecurityGroup = new("InvalidSecurityGroup");
    public static readonly LastUpdateStatusReasonCode InvalidStateKMSKey = new("InvalidStateKMSKey");
    public static readonly LastUpdateStatusReasonCode InvalidSubnet = new("InvalidSubnet");
    public static readonly LastUpdateStatusReasonCode InvalidZipFileException = new("InvalidZipFileException");
    public static readonly LastUpdateStatusReasonCode KMSKeyAccessDenied = new("KMSKeyAccessDenied");
    public static readonly LastUpdateStatusReasonCode KMSKeyNotFound = new("KMSKeyNotFound");
    public static readonly LastUpdateStatusReasonCode SubnetOutOfIPAddresses = new("SubnetOutOfIPAddresses");
    public static readonly LastUpdateStatusReasonCode VcpuLimitExceeded = new("VcpuLimitExceeded");

    public LastUpdateStatusReasonCode(string value) : base(value) { }

    public static LastUpdateStatusReasonCode FindValue(string value) => FindValue<LastUpdateStatusReasonCode>(value);

    public static implicit operator LastUpdateStatusReasonCode(string value) => FindValue(value);
}

public class LogFormat : ConstantClass
{
    public static readonly LogFormat JSON = new("JSON");
    public static readonly LogFormat Text = new("Text");

    public LogFormat(string value) : base(value) { }

    public static LogFormat FindValue(string value) => FindValue<LogFormat>(value);

    public static implicit operator LogFormat(string value) => FindValue(value);
}

public class PackageType : ConstantClass
{
    public static readonly PackageType Image = new("Image");
    public static readonly PackageType Zip = new("Zip");

    public PackageType(string value) : base(value) { }

    public static PackageType FindValue(string value) => FindValue<PackageType>(value);

    public static implicit operator PackageType(string value) => FindValue(value);
}

public class SnapStartApplyOn : ConstantClass
{
    public static readonly SnapStartApplyOn None = new("None");
    public static readonly SnapStartApplyOn PublishedVersions = new("PublishedVersions");

    public SnapStartApplyOn(string value) : base(value) { }

    public static SnapStartApplyOn FindValue(string value) => FindValue<SnapStartApplyOn>(value);

    public static implicit operator SnapStartApplyOn(string value) => FindValue(value);
}

public class SnapStartOptimizationStatus : ConstantClass
{
    public static readonly SnapStartOptimizationStatus Off = new("Off");
    public static readonly SnapStartOptimizationStatus On = new("On");

    public SnapStartOptimizationStatus(string value) : base(value) { }

    public static SnapStartOptimizationStatus FindValue(string value) => FindValue<SnapStartOptimizationStatus>(value);

    public static implicit operator SnapStartOptimizationStatus(string value) => FindValue(value);
}

public class State : ConstantClass
{
    public static readonly State Active = new("Active");
    public static readonly State ActiveNonInvocable = new("ActiveNonInvocable");
    public static readonly State Deactivated = new("Deactivated");
    public static readonly State Deactivating = new("Deactivating");
    public static readonly State Deleting = new("Deleting");
    public static readonly State Failed = new("Failed");
    public static readonly State Inactive = new("Inactive");
    public static readonly State Pending = new("Pending");

    public State(string value) : base(value) { }

    public static State FindValue(string value) => FindValue<State>(value);

    public static implicit operator State(string value) => FindValue(value);
}

public class StateReasonCode : ConstantClass
{
    public static readonly StateReasonCode CapacityProviderScalingLimitExceeded = new("CapacityProviderScalingLimitExceeded");
    public static readonly StateReasonCode Creating = new("Creating");
    public static readonly StateReasonCode DisabledKMSKey = new("DisabledKMSKey");
    public static readonly StateReasonCode DisallowedByVpcEncryptionControl = new("DisallowedByVpcEncryptionControl");
    public static readonly StateReasonCode DrainingDurableExecutions = new("DrainingDurableExecutions");
    public static readonly StateReasonCode EC2RequestLimitExceeded = new("EC2RequestLimitExceeded");
    public static readonly StateReasonCode EFSIOError = new("EFSIOError");
    public static readonly StateReasonCode EFSMountConnectivityError = new("EFSMountConnectivityError");
    public static readonly StateReasonCode EFSMountFailure = new("EFSMountFailure");
    public static readonly StateReasonCode EFSMountTimeout = new("EFSMountTimeout");
    public static readonly StateReasonCode EniLimitExceeded = new("EniLimitExceeded");
    public static readonly StateReasonCode FunctionError = new("FunctionError");
    public static readonly StateReasonCode FunctionErrorExtensionInitError = new("FunctionError.ExtensionInitError");
    public static readonly StateReasonCode FunctionErrorInitResourceExhausted = new("FunctionError.InitResourceExhausted");
    public static readonly StateReasonCode FunctionErrorInitTimeout = new("FunctionError.InitTimeout");
    public static readonly StateReasonCode FunctionErrorInvalidEntryPoint = new("FunctionError.InvalidEntryPoint");
    public static readonly StateReasonCode FunctionErrorInvalidWorkingDirectory = new("FunctionError.InvalidWorkingDirectory");
    public static readonly StateReasonCode FunctionErrorPermissionDenied = new("FunctionError.PermissionDenied");
    public static readonly StateReasonCode FunctionErrorRuntimeInitError = new("FunctionError.RuntimeInitError");
    public static readonly StateReasonCode FunctionErrorTooManyExtensions = new("FunctionError.TooManyExtensions");
    public static readonly StateReasonCode Idle = new("Idle");
    public static readonly StateReasonCode ImageAccessDenied = new("ImageAccessDenied");
    public static readonly StateReasonCode ImageDeleted = new("ImageDeleted");
    public static readonly StateReasonCode InsufficientCapacity = new("InsufficientCapacity");
    public static readonly StateReasonCode InsufficientRolePermissions = new("InsufficientRolePermissions");
    public static readonly StateReasonCode InternalError = new("InternalError");
    public static readonly StateReasonCode InvalidConfiguration = new("InvalidConfiguration");
    public static readonly StateReasonCode InvalidImage = new("InvalidImage");
    public static readonly StateReasonCode InvalidRuntime = new("InvalidRuntime");
    public static readonly StateReasonCode InvalidSecurityGroup = new("InvalidSecurityGroup");
    public static readonly StateReasonCode InvalidStateKMSKey = new("InvalidStateKMSKey");
    public static readonly StateReasonCode InvalidSubnet = new("InvalidSubnet");
    public static readonly StateReasonCode InvalidZipFileException = new("InvalidZipFileException");
    public static readonly StateReasonCode KMSKeyAccessDenied = new("KMSKeyAccessDenied");
    public static readonly StateReasonCode KMSKeyNotFound = new("KMSKeyNotFound");
    public static readonly StateReasonCode Restoring = new("Restoring");
    public static readonly StateReasonCode SubnetOutOfIPAddresses = new("SubnetOutOfIPAddresses");
    public static readonly StateReasonCode VcpuLimitExceeded = new("VcpuLimitExceeded");

    public StateReasonCode(string value) : base(value) { }

    public static StateReasonCode FindValue(string value) => FindValue<StateReasonCode>(value);

    public static implicit operator StateReasonCode(string value) => FindValue(value);
}

public class SystemLogLevel : ConstantClass
{
    public static readonly SystemLogLevel DEBUG = new("DEBUG");
    public static readonly SystemLogLevel INFO = new("INFO");
    public static readonly SystemLogLevel WARN = new("WARN");

    public SystemLogLevel(string value) : base(value) { }

    public static SystemLogLevel FindValue(string value) => FindValue<SystemLogLevel>(value);

    public static implicit operator SystemLogLevel(string value) => FindValue(value);
}

public class TenantIsolationMode : ConstantClass
{
    public static readonly TenantIsolationMode PER_TENANT = new("PER_TENANT");

    public TenantIsolationMode(string value) : base(value) { }

    public static TenantIsolationMode FindValue(string value) => FindValue<TenantIsolationMode>(value);

    public static implicit operator TenantIsolationMode(string value) => FindValue(value);
}

public class ThrottleReason : ConstantClass
{
    public static readonly ThrottleReason CallerRateLimitExceeded = new("CallerRateLimitExceeded");
    public static readonly ThrottleReason ConcurrentInvocationLimitExceeded = new("ConcurrentInvocationLimitExceeded");
    public static readonly ThrottleReason ConcurrentSnapshotCreateLimitExceeded = new("ConcurrentSnapshotCreateLimitExceeded");
    public static readonly ThrottleReason FunctionInvocationRateLimitExceeded = new("FunctionInvocationRateLimitExceeded");
    public static readonly ThrottleReason ReservedFunctionConcurrentInvocationLimitExceeded = new("ReservedFunctionConcurrentInvocationLimitExceeded");
    public static readonly ThrottleReason ReservedFunctionInvocationRateLimitExceeded = new("ReservedFunctionInvocationRateLimitExceeded");

    public ThrottleReason(string value) : base(value) { }

    public static ThrottleReason FindValue(string value) => FindValue<ThrottleReason>(value);

    public static implicit operator ThrottleReason(string value) => FindValue(value);
}

public class TracingMode : ConstantClass
{
    public static readonly TracingMode Active = new("Active");
    public static readonly TracingMode PassThrough = new("PassThrough");

    public TracingMode(string value) : base(value) { }

    public static TracingMode FindValue(string value) => FindValue<TracingMode>(value);

    public static implicit operator TracingMode(string value) => FindValue(value);
}
