// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class DescribeStackEventsRequest : AmazonCloudFormationRequest, IShape
{
    public string NextToken { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DescribeStackEventsResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<StackEvent> StackEvents { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        StackEvents = wire.List("StackEvents", StackEvents, Each.Shape);
    }
}

public partial class DescribeStackResourcesRequest : AmazonCloudFormationRequest, IShape
{
    public string LogicalResourceId { get; set; }
    public string PhysicalResourceId { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        LogicalResourceId = wire.Member("LogicalResourceId", LogicalResourceId);
        PhysicalResourceId = wire.Member("PhysicalResourceId", PhysicalResourceId);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DescribeStackResourcesResponse : AmazonWebServiceResponse, IShape
{
    public List<StackResource> StackResources { get; set; }

    void IShape.Members(Wire wire)
    {
        StackResources = wire.List("StackResources", StackResources, Each.Shape);
    }
}

public partial class StackEvent : IShape
{
    public string ClientRequestToken { get; set; }
    public DetailedStatus DetailedStatus { get; set; }
    public string EventId { get; set; }
    public HookFailureMode HookFailureMode { get; set; }
    public string HookInvocationId { get; set; }
    public HookInvocationPoint HookInvocationPoint { get; set; }
    public HookStatus HookStatus { get; set; }
    public string HookStatusReason { get; set; }
    public string HookType { get; set; }
    public string LogicalResourceId { get; set; }
    public string OperationId { get; set; }
    public string PhysicalResourceId { get; set; }
    public string ResourceProperties { get; set; }
    public ResourceStatus ResourceStatus { get; set; }
    public string ResourceStatusReason { get; set; }
    public string ResourceType { get; set; }
    public string StackId { get; set; }
    public string StackName { get; set; }
    public DateTime? Timestamp { get; set; }

    void IShape.Members(Wire wire)
    {
        ClientRequestToken = wire.Member("ClientRequestToken", ClientRequestToken);
        DetailedStatus = wire.Constant("DetailedStatus", DetailedStatus, value => new(value));
        EventId = wire.Member("EventId", EventId);
        HookFailureMode = wire.Constant("HookFailureMode", HookFailureMode, value => new(value));
        HookInvocationId = wire.Member("HookInvocationId", HookInvocationId);
        HookInvocationPoint = wire.Constant("HookInvocationPoint", HookInvocationPoint, value => new(value));
        HookStatus = wire.Constant("HookStatus", HookStatus, value => new(value));
        HookStatusReason = wire.Member("HookStatusReason", HookStatusReason);
        HookType = wire.Member("HookType", HookType);
        LogicalResourceId = wire.Member("LogicalResourceId", LogicalResourceId);
        OperationId = wire.Member("OperationId", OperationId);
        PhysicalResourceId = wire.Member("PhysicalResourceId", PhysicalResourceId);
        ResourceProperties = wire.Member("ResourceProperties", ResourceProperties);
        ResourceStatus = wire.Constant("ResourceStatus", ResourceStatus, value => new(value));
        ResourceStatusReason = wire.Member("ResourceStatusReason", ResourceStatusReason);
        ResourceType = wire.Member("ResourceType", ResourceType);
        StackId = wire.Member("StackId", StackId);
        StackName = wire.Member("StackName", StackName);
        Timestamp = wire.Member("Timestamp", Timestamp);
    }
}

public partial class StackResource : IShape
{
    public string Description { get; set; }
    public StackResourceDriftInformation DriftInformation { get; set; }
    public string LogicalResourceId { get; set; }
    public ModuleInfo ModuleInfo { get; set; }
    public string PhysicalResourceId { get; set; }
    public ResourceStatus ResourceStatus { get; set; }
    public string ResourceStatusReason { get; set; }
    public string ResourceType { get; set; }
    public string StackId { get; set; }
    public string StackName { get; set; }
    public DateTime? Timestamp { get; set; }

    void IShape.Members(Wire wire)
    {
        Description = wire.Member("Description", Description);
        DriftInformation = wire.Shape("DriftInformation", DriftInformation);
        LogicalResourceId = wire.Member("LogicalResourceId", LogicalResourceId);
        ModuleInfo = wire.Shape("ModuleInfo", ModuleInfo);
        PhysicalResourceId = wire.Member("PhysicalResourceId", PhysicalResourceId);
        ResourceStatus = wire.Constant("ResourceStatus", ResourceStatus, value => new(value));
        ResourceStatusReason = wire.Member("ResourceStatusReason", ResourceStatusReason);
        ResourceType = wire.Member("ResourceType", ResourceType);
        StackId = wire.Member("StackId", StackId);
        StackName = wire.Member("StackName", StackName);
        Timestamp = wire.Member("Timestamp", Timestamp);
    }
}

public partial class StackResourceDriftInformation : IShape
{
    public DateTime? LastCheckTimestamp { get; set; }
    public StackResourceDriftStatus StackResourceDriftStatus { get; set; }

    void IShape.Members(Wire wire)
    {
        LastCheckTimestamp = wire.Member("LastCheckTimestamp", LastCheckTimestamp);
        StackResourceDriftStatus = wire.Constant("StackResourceDriftStatus", StackResourceDriftStatus, value => new(value));
    }
}
