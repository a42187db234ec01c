// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class CreateChangeSetRequest : AmazonCloudFormationRequest, IShape
{
    public List<string> Capabilities { get; set; }
    public string ChangeSetName { get; set; }
    public ChangeSetType ChangeSetType { get; set; }
    public string ClientToken { get; set; }
    public DeploymentMode DeploymentMode { get; set; }
    public string Description { get; set; }
    public bool? ImportExistingResources { get; set; }
    public bool? IncludeNestedStacks { get; set; }
    public List<string> NotificationARNs { get; set; }
    public OnStackFailure OnStackFailure { get; set; }
    public List<Parameter> Parameters { get; set; }
    public List<string> ResourceTypes { get; set; }
    public List<ResourceToImport> ResourcesToImport { get; set; }
    public string RoleARN { get; set; }
    public RollbackConfiguration RollbackConfiguration { get; set; }
    public string StackName { get; set; }
    public List<Tag> Tags { get; set; }
    public string TemplateBody { get; set; }
    public string TemplateURL { get; set; }
    public bool? UsePreviousTemplate { get; set; }

    void IShape.Members(Wire wire)
    {
        Capabilities = wire.List("Capabilities", Capabilities, Each.Text);
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        ChangeSetType = wire.Constant("ChangeSetType", ChangeSetType, value => new(value));
        ClientToken = wire.Member("ClientToken", ClientToken);
        DeploymentMode = wire.Constant("DeploymentMode", DeploymentMode, value => new(value));
        Description = wire.Member("Description", Description);
        ImportExistingResources = wire.Member("ImportExistingResources", ImportExistingResources);
        IncludeNestedStacks = wire.Member("IncludeNestedStacks", IncludeNestedStacks);
        NotificationARNs = wire.List("NotificationARNs", NotificationARNs, Each.Text);
        OnStackFailure = wire.Constant("OnStackFailure", OnStackFailure, value => new(value));
        Parameters = wire.List("Parameters", Parameters, Each.Shape);
        ResourceTypes = wire.List("ResourceTypes", ResourceTypes, Each.Text);
        ResourcesToImport = wire.List("ResourcesToImport", ResourcesToImport, Each.Shape);
        RoleARN = wire.Member("RoleARN", RoleARN);
        RollbackConfiguration = wire.Shape("RollbackConfiguration", RollbackConfiguration);
        StackName = wire.Member("StackName", StackName);
        Tags = wire.List("Tags", Tags, Each.Shape);
        TemplateBody = wire.Member("TemplateBody", TemplateBody);
        TemplateURL = wire.Member("TemplateURL", TemplateURL);
        UsePreviousTemplate = wire.Member("UsePreviousTemplate", UsePreviousTemplate);
    }
}

public partial class CreateChangeSetResponse : AmazonWebServiceResponse, IShape
{
    public string Id { get; set; }
    public string StackId { get; set; }

    void IShape.Members(Wire wire)
    {
        Id = wire.Member("Id", Id);
        StackId = wire.Member("StackId", StackId);
    }
}

public partial class DeleteChangeSetRequest : AmazonCloudFormationRequest, IShape
{
    public string ChangeSetName { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DeleteChangeSetResponse : AmazonWebServiceResponse;

public partial class DescribeChangeSetRequest : AmazonCloudFormationRequest, IShape
{
    public string ChangeSetName { get; set; }
    public bool? IncludePropertyValues { get; set; }
    public string NextToken { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        IncludePropertyValues = wire.Member("IncludePropertyValues", IncludePropertyValues);
        NextToken = wire.Member("NextToken", NextToken);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class DescribeChangeSetResponse : AmazonWebServiceResponse, IShape
{
    public List<string> Capabilities { get; set; }
    public string ChangeSetId { get; set; }
    public string ChangeSetName { get; set; }
    public List<Change> Changes { get; set; }
    public DateTime? CreationTime { get; set; }
    public DeploymentMode DeploymentMode { get; set; }
    public string Description { get; set; }
    public ExecutionStatus ExecutionStatus { get; set; }
    public bool? ImportExistingResources { get; set; }
    public bool? IncludeNestedStacks { get; set; }
    public string NextToken { get; set; }
    public List<string> NotificationARNs { get; set; }
    public OnStackFailure OnStackFailure { get; set; }
    public List<Parameter> Parameters { get; set; }
    public string ParentChangeSetId { get; set; }
    public RollbackConfiguration RollbackConfiguration { get; set; }
    public string RootChangeSetId { get; set; }
    public StackDriftStatus StackDriftStatus { get; set; }
    public string StackId { get; set; }
    public string StackName { get; set; }
    public ChangeSetStatus Status { get; set; }
    public string StatusReason { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Capabilities = wire.List("Capabilities", Capabilities, Each.Text);
        ChangeSetId = wire.Member("ChangeSetId", ChangeSetId);
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        Changes = wire.List("Changes", Changes, Each.Shape);
        CreationTime = wire.Member("CreationTime", CreationTime);
        DeploymentMode = wire.Constant("DeploymentMode", DeploymentMode, value => new(value));
        Description = wire.Member("Description", Description);
        ExecutionStatus = wire.Constant("ExecutionStatus", ExecutionStatus, value => new(value));
        ImportExistingResources = wire.Member("ImportExistingResources", ImportExistingResources);
        IncludeNestedStacks = wire.Member("IncludeNestedStacks", IncludeNestedStacks);
        NextToken = wire.Member("NextToken", NextToken);
        NotificationARNs = wire.List("NotificationARNs", NotificationARNs, Each.Text);
        OnStackFailure = wire.Constant("OnStackFailure", OnStackFailure, value => new(value));
        Parameters = wire.List("Parameters", Parameters, Each.Shape);
        ParentChangeSetId = wire.Member("ParentChangeSetId", ParentChangeSetId);
        RollbackConfiguration = wire.Shape("RollbackConfiguration", RollbackConfiguration);
        RootChangeSetId = wire.Member("RootChangeSetId", RootChangeSetId);
        StackDriftStatus = wire.Constant("StackDriftStatus", StackDriftStatus, value => new(value));
        StackId = wire.Member("StackId", StackId);
        StackName = wire.Member("StackName", StackName);
        Status = wire.Constant("Status", Status, value => new(value));
        StatusReason = wire.Member("StatusReason", StatusReason);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class ExecuteChangeSetRequest : AmazonCloudFormationRequest, IShape
{
    public string ChangeSetName { get; set; }
    public string ClientRequestToken { get; set; }
    public bool? DisableRollback { get; set; }
    public bool? RetainExceptOnCreate { get; set; }
    public string StackName { get; set; }

    void IShape.Members(Wire wire)
    {
        ChangeSetName = wire.Member("ChangeSetName", ChangeSetName);
        ClientRequestToken = wire.Member("ClientRequestToken", ClientRequestToken);
        DisableRollback = wire.Member("DisableRollback", DisableRollback);
        RetainExceptOnCreate = wire.Member("RetainExceptOnCreate", RetainExceptOnCreate);
        StackName = wire.Member("StackName", StackName);
    }
}

public partial class ExecuteChangeSetResponse : AmazonWebServiceResponse;

public partial class ResourceToImport : IShape
{
    public string LogicalResourceId { get; set; }
    public Dictionary<string, string> ResourceIdentifier { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        LogicalResourceId = wire.Member("LogicalResourceId", LogicalResourceId);
        ResourceIdentifier = wire.Map("ResourceIdentifier", ResourceIdentifier, Each.Text);
        ResourceType = wire.Member("ResourceType", ResourceType);
    }
}
