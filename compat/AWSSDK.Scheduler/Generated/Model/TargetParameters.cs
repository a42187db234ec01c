// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Scheduler.Model;

public partial class AwsVpcConfiguration : IShape
{
    public AssignPublicIp AssignPublicIp { get; set; }
    public List<string> SecurityGroups { get; set; }
    public List<string> Subnets { get; set; }

    void IShape.Members(Wire wire)
    {
        AssignPublicIp = wire.Constant("AssignPublicIp", AssignPublicIp, value => new(value));
        SecurityGroups = wire.List("SecurityGroups", SecurityGroups, Each.Text);
        Subnets = wire.List("Subnets", Subnets, Each.Text);
    }
}

public partial class CapacityProviderStrategyItem : IShape
{
    public int? Base { get; set; }
    public string CapacityProvider { get; set; }
    public int? Weight { get; set; }

    void IShape.Members(Wire wire)
    {
        Base = wire.Member("base", Base);
        CapacityProvider = wire.Member("capacityProvider", CapacityProvider);
        Weight = wire.Member("weight", Weight);
    }
}

public partial class EcsParameters : IShape
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }
    public bool? EnableECSManagedTags { get; set; }
    public bool? EnableExecuteCommand { get; set; }
    public string Group { get; set; }
    public LaunchType LaunchType { get; set; }
    public NetworkConfiguration NetworkConfiguration { get; set; }
    public List<PlacementConstraint> PlacementConstraints { get; set; }
    public List<PlacementStrategy> PlacementStrategy { get; set; }
    public string PlatformVersion { get; set; }
    public PropagateTags PropagateTags { get; set; }
    public string ReferenceId { get; set; }
    public List<Dictionary<string, string>> Tags { get; set; }
    public int? TaskCount { get; set; }
    public string TaskDefinitionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        CapacityProviderStrategy = wire.List("CapacityProviderStrategy", CapacityProviderStrategy, Each.Shape);
        EnableECSManagedTags = wire.Member("EnableECSManagedTags", EnableECSManagedTags);
        EnableExecuteCommand = wire.Member("EnableExecuteCommand", EnableExecuteCommand);
        Group = wire.Member("Group", Group);
        LaunchType = wire.Constant("LaunchType", LaunchType, value => new(value));
        NetworkConfiguration = wire.Shape("NetworkConfiguration", NetworkConfiguration);
        PlacementConstraints = wire.List("PlacementConstraints", PlacementConstraints, Each.Shape);
        PlacementStrategy = wire.List("PlacementStrategy", PlacementStrategy, Each.Shape);
        PlatformVersion = wire.Member("PlatformVersion", PlatformVersion);
        PropagateTags = wire.Constant("PropagateTags", PropagateTags, value => new(value));
        ReferenceId = wire.Member("ReferenceId", ReferenceId);
        Tags = wire.List("Tags", Tags, Each.TextMap);
        TaskCount = wire.Member("TaskCount", TaskCount);
        TaskDefinitionArn = wire.Member("TaskDefinitionArn", TaskDefinitionArn);
    }
}

public partial class EventBridgeParameters : IShape
{
    public string DetailType { get; set; }
    public string Source { get; set; }

    void IShape.Members(Wire wire)
    {
        DetailType = wire.Member("DetailType", DetailType);
        Source = wire.Member("Source", Source);
    }
}

public partial class KinesisParameters : IShape
{
    public string PartitionKey { get; set; }

    void IShape.Members(Wire wire)
    {
        PartitionKey = wire.Member("PartitionKey", PartitionKey);
    }
}

public partial class NetworkConfiguration : IShape
{
    public AwsVpcConfiguration AwsvpcConfiguration { get; set; }

    void IShape.Members(Wire wire)
    {
        AwsvpcConfiguration = wire.Shape("awsvpcConfiguration", AwsvpcConfiguration);
    }
}

public partial class PlacementConstraint : IShape
{
    public string Expression { get; set; }
    public PlacementConstraintType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Expression = wire.Member("expression", Expression);
        Type = wire.Constant("type", Type, value => new(value));
    }
}

public partial class PlacementStrategy : IShape
{
    public string Field { get; set; }
    public PlacementStrategyType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Field = wire.Member("field", Field);
        Type = wire.Constant("type", Type, value => new(value));
    }
}

public partial class SageMakerPipelineParameters : IShape
{
    public List<SageMakerPipelineParameter> PipelineParameterList { get; set; }

    void IShape.Members(Wire wire)
    {
        PipelineParameterList = wire.List("PipelineParameterList", PipelineParameterList, Each.Shape);
    }
}

public partial class SqsParameters : IShape
{
    public string MessageGroupId { get; set; }

    void IShape.Members(Wire wire)
    {
        MessageGroupId = wire.Member("MessageGroupId", MessageGroupId);
    }
}
