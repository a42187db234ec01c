// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public partial class ListMetricsRequest : AmazonCloudWatchRequest, IShape
{
    public List<DimensionFilter> Dimensions { get; set; }
    public bool? IncludeLinkedAccounts { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }
    public string NextToken { get; set; }
    public string OwningAccount { get; set; }
    public RecentlyActive RecentlyActive { get; set; }

    void IShape.Members(Wire wire)
    {
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        IncludeLinkedAccounts = wire.Member("IncludeLinkedAccounts", IncludeLinkedAccounts);
        MetricName = wire.Member("MetricName", MetricName);
        Namespace = wire.Member("Namespace", Namespace);
        NextToken = wire.Member("NextToken", NextToken);
        OwningAccount = wire.Member("OwningAccount", OwningAccount);
        RecentlyActive = wire.Constant("RecentlyActive", RecentlyActive, value => new(value));
    }
}

public partial class ListMetricsResponse : AmazonWebServiceResponse, IShape
{
    public List<Metric> Metrics { get; set; }
    public string NextToken { get; set; }
    public List<string> OwningAccounts { get; set; }

    void IShape.Members(Wire wire)
    {
        Metrics = wire.List("Metrics", Metrics, Each.Shape);
        NextToken = wire.Member("NextToken", NextToken);
        OwningAccounts = wire.List("OwningAccounts", OwningAccounts, Each.Text);
    }
}

public partial class PutMetricDataRequest : AmazonCloudWatchRequest, IShape
{
    public List<EntityMetricData> EntityMetricData { get; set; }
    public List<MetricDatum> MetricData { get; set; }
    public string Namespace { get; set; }
    public bool? StrictEntityValidation { get; set; }

    void IShape.Members(Wire wire)
    {
        EntityMetricData = wire.List("EntityMetricData", EntityMetricData, Each.Shape);
        MetricData = wire.List("MetricData", MetricData, Each.Shape);
        Namespace = wire.Member("Namespace", Namespace);
        StrictEntityValidation = wire.Member("StrictEntityValidation", StrictEntityValidation);
    }
}

public partial class PutMetricDataResponse : AmazonWebServiceResponse;

public partial class DimensionFilter : IShape
{
    public string Name { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Name = wire.Member("Name", Name);
        Value = wire.Member("Value", Value);
    }
}

public partial class Entity : IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public Dictionary<string, string> KeyAttributes { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        KeyAttributes = wire.Map("KeyAttributes", KeyAttributes, Each.Text);
    }
}

public partial class EntityMetricData : IShape
{
    public Entity Entity { get; set; }
    public List<MetricDatum> MetricData { get; set; }

    void IShape.Members(Wire wire)
    {
        Entity = wire.Shape("Entity", Entity);
        MetricData = wire.List("MetricData", MetricData, Each.Shape);
    }
}

public partial class MetricDatum : IShape
{
    public List<double> Counts { get; set; }
    public List<Dimension> Dimensions { get; set; }
    public string MetricName { get; set; }
    public StatisticSet StatisticValues { get; set; }
    public int? StorageResolution { get; set; }
    public DateTime? Timestamp { get; set; }
    public StandardUnit Unit { get; set; }
    public double? Value { get; set; }
    public List<double> Values { get; set; }

    void IShape.Members(Wire wire)
    {
        Counts = wire.List("Counts", Counts, Each.Double);
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        MetricName = wire.Member("MetricName", MetricName);
        StatisticValues = wire.Shape("StatisticValues", StatisticValues);
        StorageResolution = wire.Member("StorageResolution", StorageResolution);
        Timestamp = wire.Member("Timestamp", Timestamp);
        Unit = wire.Constant("Unit", Unit, value => new(value));
        Value = wire.Member("Value", Value);
        Values = wire.List("Values", Values, Each.Double);
    }
}

public partial class StatisticSet : IShape
{
    public double? Maximum { get; set; }
    public double? Minimum { get; set; }
    public double? SampleCount { get; set; }
    public double? Sum { get; set; }

    void IShape.Members(Wire wire)
    {
        Maximum = wire.Member("Maximum", Maximum);
        Minimum = wire.Member("Minimum", Minimum);
        SampleCount = wire.Member("SampleCount", SampleCount);
        Sum = wire.Member("Sum", Sum);
    }
}
