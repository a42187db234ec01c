// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public partial class Dimension : IShape
{
    public string Name { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Name = wire.Member("Name", Name);
        Value = wire.Member("Value", Value);
    }
}

public partial class Metric : IShape
{
    public List<Dimension> Dimensions { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }

    void IShape.Members(Wire wire)
    {
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        MetricName = wire.Member("MetricName", MetricName);
        Namespace = wire.Member("Namespace", Namespace);
    }
}

public partial class MetricDataQuery : IShape
{
    public string AccountId { get; set; }
    public string Expression { get; set; }
    public string Id { get; set; }
    public string Label { get; set; }
    public MetricStat MetricStat { get; set; }
    public int? Period { get; set; }
    public bool? ReturnData { get; set; }

    void IShape.Members(Wire wire)
    {
        AccountId = wire.Member("AccountId", AccountId);
        Expression = wire.Member("Expression", Expression);
        Id = wire.Member("Id", Id);
        Label = wire.Member("Label", Label);
        MetricStat = wire.Shape("MetricStat", MetricStat);
        Period = wire.Member("Period", Period);
        ReturnData = wire.Member("ReturnData", ReturnData);
    }
}

public partial class MetricStat : IShape
{
    public Metric Metric { get; set; }
    public int? Period { get; set; }
    public string Stat { get; set; }
    public StandardUnit Unit { get; set; }

    void IShape.Members(Wire wire)
    {
        Metric = wire.Shape("Metric", Metric);
        Period = wire.Member("Period", Period);
        Stat = wire.Member("Stat", Stat);
        Unit = wire.Constant("Unit", Unit, value => new(value));
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
