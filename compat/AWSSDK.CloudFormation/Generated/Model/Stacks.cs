// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class DeleteStackRequest : AmazonCloudFormationRequest, IShape
{
    public string ClientRequestToken { get; set; }
    public DeletionMode DeletionMode { get; set; }
    public List<string> RetainResources { get; set; }
    public string RoleARN { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        ClientRequestToken = wire.Member("ClientRequestToken", ClientRequestToken);
        DeletionMode = wire.Constant("DeletionMode", DeletionMode, value => new(value));
        RetainResources = wire.List("RetainResources", RetainResources, Each.Text);
        RoleARN = wire.Member("RoleARN", RoleARN);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DeleteStackResponse : AmazonWebServiceResponse;

public partial class DescribeStacksRequest : AmazonCloudFormationRequest, IShape
{
    public string NextToken { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DescribeStacksResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<Stack> Stacks { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Stacks = wire.List("Stacks", Stacks, Each.Shape);
    }
}

public partial class OperationEntry : IShape
{
    public string OperationId { get; set; }
    public OperationType OperationType { get; set; }

    void IShape.Members(Wire wire)
    {
        OperationId = wire.Member("OperationId", OperationId);
        OperationType = wire.Constant("OperationType", OperationType, value => new(value));
    }
}

public partial class Output : IShape
{
    public string Description { get; set; }
    public string ExportName { get; set; }
    public string OutputKey { get; set; }
    public string OutputValue { get; set; }

    void IShape.Members(Wire wire)
    {
        Description = wire.Member("Description", Description);
        ExportName = wire.Member("ExportName", ExportName);
        OutputKey = wire.Member("OutputKey", OutputKey);
        OutputValue = wire.Member("OutputValue", OutputValue);
    }
}

public partial class Stack : IShape
{
    public List<string> Capabilities { get; set; }
    public string ChangeSetId { get; set; }
    public DateTime? CreationTime { get; set; }
    public DeletionMode DeletionMode { get; set; }
    public DateTime? DeletionTime { get; set; }
    public string Description { get; set; }
    public DetailedStatus DetailedStatus { get; set; }
    public bool? DisableRollback { get; set; }
    public StackDriftInformation DriftInformation { get; set; }
    public bool? EnableTerminationProtection { get; set; }
    public List<OperationEntry> LastOperations { get; set; }
    public DateTime? LastUpdatedTime { get; set; }
    public List<string> NotificationARNs { get; set; }
    public List<Output> Outputs { get; set; }
    public List<Parameter> Parameters { get; set; }
    public string ParentId { get; set; }
    public bool? RetainExceptOnCreate { get; set; }
    public string RoleARN { get; set; }
    public RollbackConfiguration RollbackConfiguration { get; set; }
    public string RootId { get; set; }
    public string StackId { get; set; }
    public string StackName { get; set; }
    public StackStatus StackStatus { get; set; }
    public string StackStatusReason { get; set; }
    public List<Tag> Tags { get; set; }
    public int? TimeoutInMinutes { get; set; }

    void IShape.Members(Wire wire)
    {
        Capabilities = wire.List("Capabilities", Capabilities, Each.Text);
        ChangeSetId = wire.Member("ChangeSetId", ChangeSetId);
        CreationTime = wire.Member("CreationTime", CreationTime);
        DeletionMode = wire.Constant("DeletionMode", DeletionMode, value => new(value));
        DeletionTime = wire.Member("DeletionTime", DeletionTime);
        Description = wire.Member("Description", Description);
        DetailedStatus = wire.Constant("DetailedStatus", DetailedStatus, value => new(value));
        DisableRollback = wire.Member("DisableRollback", DisableRollback);
        DriftInformation = wire.Shape("DriftInformation", DriftInformation);
        EnableTerminationProtection = wire.Member("EnableTerminationProtection", EnableTerminationProtection);
        LastOperations = wire.List("LastOperations", LastOperations, Each.Shape);
        LastUpdatedTime = wire.Member("LastUpdatedTime", LastUpdatedTime);
        NotificationARNs = wire.List("NotificationARNs", NotificationARNs, Each.Text);
        Outputs = wire.List("Outputs", Outputs, Each.Shape);
        Parameters = wire.List("Parameters", Parameters, Each.Shape);
        ParentId = wire.Member("ParentId", ParentId);
        RetainExceptOnCreate = wire.Member("RetainExceptOnCreate", RetainExceptOnCreate);
        RoleARN = wire.Member("RoleARN", RoleARN);
        RollbackConfiguration = wire.Shape("RollbackConfiguration", RollbackConfiguration);
        RootId = wire.Member("RootId", RootId);
        StackId = wire.Member("StackId", StackId);
        StackName = wire.Member("StackName", StackName);
        StackStatus = wire.Constant("StackStatus", StackStatus, value => new(value));
        StackStatusReason = wire.Member("StackStatusReason", StackStatusReason);
        Tags = wire.List("Tags", Tags, Each.Shape);
        TimeoutInMinutes = wire.Member("TimeoutInMinutes", TimeoutInMinutes);
    }
}

public partial class StackDriftInformation : IShape
{
    public DateTime? LastCheckTimestamp { get; set; }
    public StackDriftStatus StackDriftStatus { get; set; }

    void IShape.Members(Wire wire)
    {
        LastCheckTimestamp = wire.Member("LastCheckTimestamp", LastCheckTimestamp);
        StackDriftStatus = wire.Constant("StackDriftStatus", StackDriftStatus, value => new(value));
    }
}
