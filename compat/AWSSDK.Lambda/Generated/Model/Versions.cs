// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class ListVersionsByFunctionRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Marker { get; set; }
    public int? MaxItems { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Query("Marker", Marker);
        wire.Query("MaxItems", MaxItems);
    }
}

public partial class ListVersionsByFunctionResponse : AmazonWebServiceResponse, IShape
{
    public string NextMarker { get; set; }
    public List<FunctionConfiguration> Versions { get; set; }

    void IShape.Members(Wire wire)
    {
        NextMarker = wire.Member("NextMarker", NextMarker);
        Versions = wire.List("Versions", Versions, Each.Shape);
    }
}

public partial class PublishVersionRequest : AmazonLambdaRequest, IShape
{
    public string CodeSha256 { get; set; }
    public string Description { get; set; }
    public string FunctionName { get; set; }
    public FunctionVersionLatestPublished PublishTo { get; set; }
    public string RevisionId { get; set; }

    void IShape.Members(Wire wire)
    {
        CodeSha256 = wire.Member("CodeSha256", CodeSha256);
        Description = wire.Member("Description", Description);
        wire.Label("FunctionName", FunctionName);
        PublishTo = wire.Constant("PublishTo", PublishTo, value => new(value));
        RevisionId = wire.Member("RevisionId", RevisionId);
    }
}

public partial class PublishVersionResponse : AmazonWebServiceResponse, IShape
{
    public List<string> Architectures { get; set; }
    public CapacityProviderConfig CapacityProviderConfig { get; set; }
    public string CodeSha256 { get; set; }
    public long? CodeSize { get; set; }
    public string ConfigSha256 { get; set; }
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public string Description { get; set; }
    public DurableConfig DurableConfig { get; set; }
    public EnvironmentResponse Environment { get; set; }
    public EphemeralStorage EphemeralStorage { get; set; }
    public List<FileSystemConfig> FileSystemConfigs { get; set; }
    public string FunctionArn { get; set; }
    public string FunctionName { get; set; }
    public string Handler { get; set; }
    public ImageConfigResponse ImageConfigResponse { get; set; }
    public string KMSKeyArn { get; set; }
    public string LastModified { get; set; }
    public LastUpdateStatus LastUpdateStatus { get; set; }
    public string LastUpdateStatusReason { get; set; }
    public LastUpdateStatusReasonCode LastUpdateStatusReasonCode { get; set; }
    public List<Layer> Layers { get; set; }
    public LoggingConfig LoggingConfig { get; set; }
    public string MasterArn { get; set; }
    public int? MemorySize { get; set; }
    public PackageType PackageType { get; set; }
    public string RevisionId { get; set; }
    public string Role { get; set; }
    public Runtime Runtime { get; set; }
    public RuntimeVersionConfig RuntimeVersionConfig { get; set; }
    public string SigningJobArn { get; set; }
    public string SigningProfileVersionArn { get; set; }
    public SnapStartResponse SnapStart { get; set; }
    public State State { get; set; }
    public string StateReason { get; set; }
    public StateReasonCode StateReasonCode { get; set; }
    public TenancyConfig TenancyConfig { get; set; }
    public int? Timeout { get; set; }
    public TracingConfigResponse TracingConfig { get; set; }
    public string Version { get; set; }
    public VpcConfigDetail VpcConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        Architectures = wire.List("Architectures", Architectures, Each.Text);
        CapacityProviderConfig = wire.Shape("CapacityProviderConfig", CapacityProviderConfig);
        CodeSha256 = wire.Member("CodeSha256", CodeSha256);
        CodeSize = wire.Member("CodeSize", CodeSize);
        ConfigSha256 = wire.Member("ConfigSha256", ConfigSha256);
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        Description = wire.Member("Description", Description);
        DurableConfig = wire.Shape("DurableConfig", DurableConfig);
        Environment = wire.Shape("Environment", Environment);
        EphemeralStorage = wire.Shape("EphemeralStorage", EphemeralStorage);
        FileSystemConfigs = wire.List("FileSystemConfigs", FileSystemConfigs, Each.Shape);
        FunctionArn = wire.Member("FunctionArn", FunctionArn);
        FunctionName = wire.Member("FunctionName", FunctionName);
        Handler = wire.Member("Handler", Handler);
        ImageConfigResponse = wire.Shape("ImageConfigResponse", ImageConfigResponse);
        KMSKeyArn = wire.Member("KMSKeyArn", KMSKeyArn);
        LastModified = wire.Member("LastModified", LastModified);
        LastUpdateStatus = wire.Constant("LastUpdateStatus", LastUpdateStatus, value => new(value));
        LastUpdateStatusReason = wire.Member("LastUpdateStatusReason", LastUpdateStatusReason);
        LastUpdateStatusReasonCode = wire.Constant("LastUpdateStatusReasonCode", LastUpdateStatusReasonCode, value => new(value));
        Layers = wire.List("Layers", Layers, Each.Shape);
        LoggingConfig = wire.Shape("LoggingConfig", LoggingConfig);
        MasterArn = wire.Member("MasterArn", MasterArn);
        MemorySize = wire.Member("MemorySize", MemorySize);
        PackageType = wire.Constant("PackageType", PackageType, value => new(value));
        RevisionId = wire.Member("RevisionId", RevisionId);
        Role = wire.Member("Role", Role);
        Runtime = wire.Constant("Runtime", Runtime, value => new(value));
        RuntimeVersionConfig = wire.Shape("RuntimeVersionConfig", RuntimeVersionConfig);
        SigningJobArn = wire.Member("SigningJobArn", SigningJobArn);
        SigningProfileVersionArn = wire.Member("SigningProfileVersionArn", SigningProfileVersionArn);
        SnapStart = wire.Shape("SnapStart", SnapStart);
        State = wire.Constant("State", State, value => new(value));
        StateReason = wire.Member("StateReason", StateReason);
        StateReasonCode = wire.Constant("StateReasonCode", StateReasonCode, value => new(value));
        TenancyConfig = wire.Shape("TenancyConfig", TenancyConfig);
        Timeout = wire.Member("Timeout", Timeout);
        TracingConfig = wire.Shape("TracingConfig", TracingConfig);
        Version = wire.Member("Version", Version);
        VpcConfig = wire.Shape("VpcConfig", VpcConfig);
    }
}
