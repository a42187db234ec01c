// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class Change : IShape
{
    public int? HookInvocationCount { get; set; }
    public ResourceChange ResourceChange { get; set; }
    public ChangeType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        HookInvocationCount = wire.Member("HookInvocationCount", HookInvocationCount);
        ResourceChange = wire.Shape("ResourceChange", ResourceChange);
        Type = wire.Constant("Type", Type, value => new(value));
    }
}

public partial class LiveResourceDrift : IShape
{
    public string ActualValue { get; set; }
    public DateTime? DriftDetectionTimestamp { get; set; }
    public string PreviousValue { get; set; }

    void IShape.Members(Wire wire)
    {
        ActualValue = wire.Member("ActualValue", ActualValue);
        DriftDetectionTimestamp = wire.Member("DriftDetectionTimestamp", DriftDetectionTimestamp);
        PreviousValue = wire.Member("PreviousValue", PreviousValue);
    }
}

public partial class ModuleInfo : IShape
{
    public string LogicalIdHierarchy { get; set; }
    public string TypeHierarchy { get; set; }

    void IShape.Members(Wire wire)
    {
        LogicalIdHierarchy = wire.Member("LogicalIdHierarchy", LogicalIdHierarchy);
        TypeHierarchy = wire.Member("TypeHierarchy", TypeHierarchy);
    }
}

public partial class ResourceChange : IShape
{
    public ChangeAction Action { get; set; }
    public string AfterContext { get; set; }
    public string BeforeContext { get; set; }
    public string ChangeSetId { get; set; }
    public List<ResourceChangeDetail> Details { get; set; }
    public string LogicalResourceId { get; set; }
    public ModuleInfo ModuleInfo { get; set; }
    public string PhysicalResourceId { get; set; }
    public PolicyAction PolicyAction { get; set; }
    public string PreviousDeploymentContext { get; set; }
    public Replacement Replacement { get; set; }
    public List<ResourceDriftIgnoredAttribute> ResourceDriftIgnoredAttributes { get; set; }
    public StackResourceDriftStatus ResourceDriftStatus { get; set; }
    public string ResourceType { get; set; }
    public List<string> Scope { get; set; }

    void IShape.Members(Wire wire)
    {
        Action = wire.Constant("Action", Action, value => new(value));
        AfterContext = wire.Member("AfterContext", AfterContext);
        BeforeContext = wire.Member("BeforeContext", BeforeContext);
        ChangeSetId = wire.Member("ChangeSetId", ChangeSetId);
        Details = wire.List("Details", Details, Each.Shape);
        LogicalResourceId = wire.Member("LogicalResourceId", LogicalResourceId);
        ModuleInfo = wire.Shape("ModuleInfo", ModuleInfo);
        PhysicalResourceId = wire.Member("PhysicalResourceId", PhysicalResourceId);
        PolicyAction = wire.Constant("PolicyAction", PolicyAction, value => new(value));
        PreviousDeploymentContext = wire.Member("PreviousDeploymentContext", PreviousDeploymentContext);
        Replacement = wire.Constant("Replacement", Replacement, value => new(value));
        ResourceDriftIgnoredAttributes = wire.List("ResourceDriftIgnoredAttributes", ResourceDriftIgnoredAttributes, Each.Shape);
        ResourceDriftStatus = wire.Constant("ResourceDriftStatus", ResourceDriftStatus, value => new(value));
        ResourceType = wire.Member("ResourceType", ResourceType);
        Scope = wire.List("Scope", Scope, Each.Text);
    }
}

public partial class ResourceChangeDetail : IShape
{
    public string CausingEntity { get; set; }
    public ChangeSource ChangeSource { get; set; }
    public EvaluationType Evaluation { get; set; }
    public ResourceTargetDefinition Target { get; set; }

    void IShape.Members(Wire wire)
    {
        CausingEntity = wire.Member("CausingEntity", CausingEntity);
        ChangeSource = wire.Constant("ChangeSource", ChangeSource, value => new(value));
        Evaluation = wire.Constant("Evaluation", Evaluation, value => new(value));
        Target = wire.Shape("Target", Target);
    }
}

public partial class ResourceDriftIgnoredAttribute : IShape
{
    public string Path { get; set; }
    public DriftIgnoredReason Reason { get; set; }

    void IShape.Members(Wire wire)
    {
        Path = wire.Member("Path", Path);
        Reason = wire.Constant("Reason", Reason, value => new(value));
    }
}

public partial class ResourceTargetDefinition : IShape
{
    public string AfterValue { get; set; }
    public AfterValueFrom AfterValueFrom { get; set; }
    public ResourceAttribute Attribute { get; set; }
    public AttributeChangeType AttributeChangeType { get; set; }
    public string BeforeValue { get; set; }
    public BeforeValueFrom BeforeValueFrom { get; set; }
    public LiveResourceDrift Drift { get; set; }
    public string Name { get; set; }
    public string Path { get; set; }
    public RequiresRecreation RequiresRecreation { get; set; }

    void IShape.Members(Wire wire)
    {
        AfterValue = wire.Member("AfterValue", AfterValue);
        AfterValueFrom = wire.Constant("AfterValueFrom", AfterValueFrom, value => new(value));
        Attribute = wire.Constant("Attribute", Attribute, value => new(value));
        AttributeChangeType = wire.Constant("AttributeChangeType", AttributeChangeType, value => new(value));
        BeforeValue = wire.Member("BeforeValue", BeforeValue);
        BeforeValueFrom = wire.Constant("BeforeValueFrom", BeforeValueFrom, value => new(value));
        Drift = wire.Shape("Drift", Drift);
        Name = wire.Member("Name", Name);
        Path = wire.Member("Path", Path);
        RequiresRecreation = wire.Constant("RequiresRecreation", RequiresRecreation, value => new(value));
    }
}
