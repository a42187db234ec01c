// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class CapacityProviderConfig : IShape
{
    public LambdaManagedInstancesCapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        LambdaManagedInstancesCapacityProviderConfig = wire.Shape("LambdaManagedInstancesCapacityProviderConfig", LambdaManagedInstancesCapacityProviderConfig);
    }
}

public partial class DeadLetterConfig : IShape
{
    public string TargetArn { get; set; }

    void IShape.Members(Wire wire)
    {
        TargetArn = wire.Member("TargetArn", TargetArn);
    }
}

public partial class DurableConfig : IShape
{
    public int? ExecutionTimeout { get; set; }
    public int? RetentionPeriodInDays { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionTimeout = wire.Member("ExecutionTimeout", ExecutionTimeout);
        RetentionPeriodInDays = wire.Member("RetentionPeriodInDays", RetentionPeriodInDays);
    }
}

public partial class Environment : IShape
{
    public Dictionary<string, string> Variables { get; set; }

    void IShape.Members(Wire wire)
    {
        Variables = wire.Map("Variables", Variables, Each.Text);
    }
}

public partial class EnvironmentError : IShape
{
    public string ErrorCode { get; set; }
    public string Message { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        Message = wire.Member("Message", Message);
    }
}

public partial class EnvironmentResponse : IShape
{
    public EnvironmentError Error { get; set; }
    public Dictionary<string, string> Variables { get; set; }

    void IShape.Members(Wire wire)
    {
        Error = wire.Shape("Error", Error);
        Variables = wire.Map("Variables", Variables, Each.Text);
    }
}

public partial class EphemeralStorage : IShape
{
    public int? Size { get; set; }

    void IShape.Members(Wire wire)
    {
        Size = wire.Member("Size", Size);
    }
}

public partial class FileSystemConfig : IShape
{
    public string Arn { get; set; }
    public string LocalMountPath { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        LocalMountPath = wire.Member("LocalMountPath", LocalMountPath);
    }
}

public partial class ImageConfig : IShape
{
    public List<string> Command { get; set; }
    public List<string> EntryPoint { get; set; }
    public string WorkingDirectory { get; set; }

    void IShape.Members(Wire wire)
    {
        Command = wire.List("Command", Command, Each.Text);
        EntryPoint = wire.List("EntryPoint", EntryPoint, Each.Text);
        WorkingDirectory = wire.Member("WorkingDirectory", WorkingDirectory);
    }
}

public partial class ImageConfigError : IShape
{
    public string ErrorCode { get; set; }
    public string Message { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        Message = wire.Member("Message", Message);
    }
}

public partial class ImageConfigResponse : IShape
{
    public ImageConfigError Error { get; set; }
    public ImageConfig ImageConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        Error = wire.Shape("Error", Error);
        ImageConfig = wire.Shape("ImageConfig", ImageConfig);
    }
}

public partial class LambdaManagedInstancesCapacityProviderConfig : IShape
{
    public string CapacityProviderArn { get; set; }
    public double? ExecutionEnvironmentMemoryGiBPerVCpu { get; set; }
    public int? PerExecutionEnvironmentMaxConcurrency { get; set; }

    void IShape.Members(Wire wire)
    {
        CapacityProviderArn = wire.Member("CapacityProviderArn", CapacityProviderArn);
        ExecutionEnvironmentMemoryGiBPerVCpu = wire.Member("ExecutionEnvironmentMemoryGiBPerVCpu", ExecutionEnvironmentMemoryGiBPerVCpu);
        PerExecutionEnvironmentMaxConcurrency = wire.Member("PerExecutionEnvironmentMaxConcurrency", PerExecutionEnvironmentMaxConcurrency);
    }
}

public partial class Layer : IShape
{
    public string Arn { get; set; }
    public long? CodeSize { get; set; }
    public string SigningJobArn { get; set; }
    public string SigningProfileVersionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        CodeSize = wire.Member("CodeSize", CodeSize);
        SigningJobArn = wire.Member("SigningJobArn", SigningJobArn);
        SigningProfileVersionArn = wire.Member("SigningProfileVersionArn", SigningProfileVersionArn);
    }
}

public partial class LoggingConfig : IShape
{
    public ApplicationLogLevel ApplicationLogLevel { get; set; }
    public LogFormat LogFormat { get; set; }
    public string LogGroup { get; set; }
    public SystemLogLevel SystemLogLevel { get; set; }

    void IShape.Members(Wire wire)
    {
        ApplicationLogLevel = wire.Constant("ApplicationLogLevel", ApplicationLogLevel, value => new(value));
        LogFormat = wire.Constant("LogFormat", LogFormat, value => new(value));
        LogGroup = wire.Member("LogGroup", LogGroup);
        SystemLogLevel = wire.Constant("SystemLogLevel", SystemLogLevel, value => new(value));
    }
}

public partial class RuntimeVersionConfig : IShape
{
    public RuntimeVersionError Error { get; set; }
    public string RuntimeVersionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Error = wire.Shape("Error", Error);
        RuntimeVersionArn = wire.Member("RuntimeVersionArn", RuntimeVersionArn);
    }
}

public partial class RuntimeVersionError : IShape
{
    public string ErrorCode { get; set; }
    public string Message { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        Message = wire.Member("Message", Message);
    }
}

public partial class SnapStart : IShape
{
    public SnapStartApplyOn ApplyOn { get; set; }

    void IShape.Members(Wire wire)
    {
        ApplyOn = wire.Constant("ApplyOn", ApplyOn, value => new(value));
    }
}

public partial class SnapStartResponse : IShape
{
    public SnapStartApplyOn ApplyOn { get; set; }
    public SnapStartOptimizationStatus OptimizationStatus { get; set; }

    void IShape.Members(Wire wire)
    {
        ApplyOn = wire.Constant("ApplyOn", ApplyOn, value => new(value));
        OptimizationStatus = wire.Constant("OptimizationStatus", OptimizationStatus, value => new(value));
    }
}

public partial class TenancyConfig : IShape
{
    public TenantIsolationMode TenantIsolationMode { get; set; }

    void IShape.Members(Wire wire)
    {
        TenantIsolationMode = wire.Constant("TenantIsolationMode", TenantIsolationMode, value => new(value));
    }
}

public partial class TracingConfig : IShape
{
    public TracingMode Mode { get; set; }

    void IShape.Members(Wire wire)
    {
        Mode = wire.Constant("Mode", Mode, value => new(value));
    }
}

public partial class TracingConfigResponse : IShape
{
    public TracingMode Mode { get; set; }

    void IShape.Members(Wire wire)
    {
        Mode = wire.Constant("Mode", Mode, value => new(value));
    }
}

public partial class VpcConfig : IShape
{
    public bool? Ipv6AllowedForDualStack { get; set; }
    public List<string> SecurityGroupIds { get; set; }
    public List<string> SubnetIds { get; set; }

    void IShape.Members(Wire wire)
    {
        Ipv6AllowedForDualStack = wire.Member("Ipv6AllowedForDualStack", Ipv6AllowedForDualStack);
        SecurityGroupIds = wire.List("SecurityGroupIds", SecurityGroupIds, Each.Text);
        SubnetIds = wire.List("SubnetIds", SubnetIds, Each.Text);
    }
}

public partial class VpcConfigDetail : IShape
{
    public bool? Ipv6AllowedForDualStack { get; set; }
    public List<string> SecurityGroupIds { get; set; }
    public List<string> SubnetIds { get; set; }
    public string VpcId { get; set; }

    void IShape.Members(Wire wire)
    {
        Ipv6AllowedForDualStack = wire.Member("Ipv6AllowedForDualStack", Ipv6AllowedForDualStack);
        SecurityGroupIds = wire.List("SecurityGroupIds", SecurityGroupIds, Each.Text);
        SubnetIds = wire.List("SubnetIds", SubnetIds, Each.Text);
        VpcId = wire.Member("VpcId", VpcId);
    }
}
