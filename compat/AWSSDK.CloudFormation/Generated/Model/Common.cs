// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudFormation.Model;

public partial class Parameter : IShape
{
    public string ParameterKey { get; set; }
    public string ParameterValue { get; set; }
    public string ResolvedValue { get; set; }
    public bool? UsePreviousValue { get; set; }

    void IShape.Members(Wire wire)
    {
        ParameterKey = wire.Member("ParameterKey", ParameterKey);
        ParameterValue = wire.Member("ParameterValue", ParameterValue);
        ResolvedValue = wire.Member("ResolvedValue", ResolvedValue);
        UsePreviousValue = wire.Member("UsePreviousValue", UsePreviousValue);
    }
}

public partial class RollbackConfiguration : IShape
{
    public int? MonitoringTimeInMinutes { get; set; }
    public List<RollbackTrigger> RollbackTriggers { get; set; }

    void IShape.Members(Wire wire)
    {
        MonitoringTimeInMinutes = wire.Member("MonitoringTimeInMinutes", MonitoringTimeInMinutes);
        RollbackTriggers = wire.List("RollbackTriggers", RollbackTriggers, Each.Shape);
    }
}

public partial class RollbackTrigger : IShape
{
    public string Arn { get; set; }
    public string Type { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        Type = wire.Member("Type", Type);
    }
}

public partial class Tag : IShape
{
    public string Key { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Key = wire.Member("Key", Key);
        Value = wire.Member("Value", Value);
    }
}
