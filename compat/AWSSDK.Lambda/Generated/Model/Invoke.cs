// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class InvokeRequest : AmazonLambdaRequest, IShape
{
    public string ClientContextBase64 { get; set; }
    public string DurableExecutionName { get; set; }
    public string FunctionName { get; set; }
    public InvocationType InvocationType { get; set; }
    public LogType LogType { get; set; }
    public MemoryStream PayloadStream { get; set; }
    public string Qualifier { get; set; }
    public string TenantId { get; set; }

    void IShape.Members(Wire wire)
    {
        ClientContextBase64 = wire.Header("X-Amz-Client-Context", ClientContextBase64);
        DurableExecutionName = wire.Header("X-Amz-Durable-Execution-Name", DurableExecutionName);
        wire.Label("FunctionName", FunctionName);
        wire.Header("X-Amz-Invocation-Type", InvocationType?.Value);
        wire.Header("X-Amz-Log-Type", LogType?.Value);
        PayloadStream = wire.Payload(PayloadStream);
        wire.Query("Qualifier", Qualifier);
        TenantId = wire.Header("X-Amz-Tenant-Id", TenantId);
    }
}

public partial class InvokeResponse : AmazonWebServiceResponse, IShape
{
    public string DurableExecutionArn { get; set; }
    public string ExecutedVersion { get; set; }
    public string FunctionError { get; set; }
    public string LogResult { get; set; }
    public MemoryStream Payload { get; set; }
    public int? StatusCode { get; set; }

    void IShape.Members(Wire wire)
    {
        DurableExecutionArn = wire.Header("X-Amz-Durable-Execution-Arn", DurableExecutionArn);
        ExecutedVersion = wire.Header("X-Amz-Executed-Version", ExecutedVersion);
        FunctionError = wire.Header("X-Amz-Function-Error", FunctionError);
        LogResult = wire.Header("X-Amz-Log-Result", LogResult);
        Payload = wire.Payload(Payload);
        StatusCode = wire.Status(StatusCode);
    }
}
