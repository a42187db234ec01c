// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class DeleteFunctionConcurrencyRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
    }
}

public partial class DeleteFunctionConcurrencyResponse : AmazonWebServiceResponse;

public partial class GetFunctionConcurrencyRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
    }
}

public partial class GetFunctionConcurrencyResponse : AmazonWebServiceResponse, IShape
{
    public int? ReservedConcurrentExecutions { get; set; }

    void IShape.Members(Wire wire)
    {
        ReservedConcurrentExecutions = wire.Member("ReservedConcurrentExecutions", ReservedConcurrentExecutions);
    }
}

public partial class GetProvisionedConcurrencyConfigRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Qualifier { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Query("Qualifier", Qualifier);
    }
}

public partial class GetProvisionedConcurrencyConfigResponse : AmazonWebServiceResponse, IShape
{
    public int? AllocatedProvisionedConcurrentExecutions { get; set; }
    public int? AvailableProvisionedConcurrentExecutions { get; set; }
    public string LastModified { get; set; }
    public int? RequestedProvisionedConcurrentExecutions { get; set; }
    public ProvisionedConcurrencyStatusEnum Status { get; set; }
    public string StatusReason { get; set; }

    void IShape.Members(Wire wire)
    {
        AllocatedProvisionedConcurrentExecutions = wire.Member("AllocatedProvisionedConcurrentExecutions", AllocatedProvisionedConcurrentExecutions);
        AvailableProvisionedConcurrentExecutions = wire.Member("AvailableProvisionedConcurrentExecutions", AvailableProvisionedConcurrentExecutions);
        LastModified = wire.Member("LastModified", LastModified);
        RequestedProvisionedConcurrentExecutions = wire.Member("RequestedProvisionedConcurrentExecutions", RequestedProvisionedConcurrentExecutions);
        Status = wire.Constant("Status", Status, value => new(value));
        StatusReason = wire.Member("StatusReason", StatusReason);
    }
}

public partial class PutFunctionConcurrencyRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public int? ReservedConcurrentExecutions { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        ReservedConcurrentExecutions = wire.Member("ReservedConcurrentExecutions", ReservedConcurrentExecutions);
    }
}

public partial class PutFunctionConcurrencyResponse : AmazonWebServiceResponse, IShape
{
    public int? ReservedConcurrentExecutions { get; set; }

    void IShape.Members(Wire wire)
    {
        ReservedConcurrentExecutions = wire.Member("ReservedConcurrentExecutions", ReservedConcurrentExecutions);
    }
}
