// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public partial class GetMetricDataRequest : AmazonCloudWatchRequest, IShape
{
    public DateTime? EndTime { get; set; }
    public LabelOptions LabelOptions { get; set; }
    public int? MaxDatapoints { get; set; }
    public List<MetricDataQuery> MetricDataQueries { get; set; }
    public string NextToken { get; set; }
    public ScanBy ScanBy { get; set; }
    public DateTime? StartTime { get; set; }

    void IShape.Members(Wire wire)
    {
        EndTime = wire.Member("EndTime", EndTime);
        LabelOptions = wire.Shape("LabelOptions", LabelOptions);
        MaxDatapoints = wire.Member("MaxDatapoints", MaxDatapoints);
        MetricDataQueries = wire.List("MetricDataQueries", MetricDataQueries, Each.Shape);
        NextToken = wire.Member("NextToken", NextToken);
        ScanBy = wire.Constant("ScanBy", ScanBy, value => new(value));
        StartTime = wire.Member("StartTime", StartTime);
    }
}

public partial class GetMetricDataResponse : AmazonWebServiceResponse, IShape
{
    public List<MessageData> Messages { get; set; }
    public List<MetricDataResult> MetricDataResults { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Messages = wire.List("Messages", Messages, Each.Shape);
        MetricDataResults = wire.List("MetricDataResults", MetricDataResults, Each.Shape);
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class GetMetricStatisticsRequest : AmazonCloudWatchRequest, IShape
{
    public List<Dimension> Dimensions { get; set; }
    public DateTime? EndTime { get; set; }
    public List<string> ExtendedStatistics { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }
    public int? Period { get; set; }
    public DateTime? StartTime { get; set; }
    public List<string> Statistics { get; set; }
    public StandardUnit Unit { get; set; }

    void IShape.Members(Wire wire)
    {
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        EndTime = wire.Member("EndTime", EndTime);
        ExtendedStatistics = wire.List("ExtendedStatistics", ExtendedStatistics, Each.Text);
        MetricName = wire.Member("MetricName", MetricName);
        Namespace = wire.Member("Namespace", Namespace);
        Period = wire.Member("Period", Period);
        StartTime = wire.Member("StartTime", StartTime);
        Statistics = wire.List("Statistics", Statistics, Each.Text);
        Unit = wire.Constant("Unit", Unit, value => new(value));
    }
}

public partial class GetMetricStatisticsResponse : AmazonWebServiceResponse, IShape
{
    public List<Datapoint> Datapoints { get; set; }
    public string Label { get; set; }

    void IShape.Members(Wire wire)
    {
        Datapoints = wire.List("Datapoints", Datapoints, Each.Shape);
        Label = wire.Member("Label", Label);
    }
}

public partial class Datapoint : IShape
{
    public double? Average { get; set; }
    public Dictionary<string, double> ExtendedStatistics { get; set; }
    public double? Maximum { get; set; }
    public double? Minimum { get; set; }
    public double? SampleCount { get; set; }
    public double? Sum { get; set; }
    public DateTime? Timestamp { get; set; }
    public StandardUnit Unit { get; set; }

    void IShape.Members(Wire wire)
    {
        Average = wire.Member("Average", Average);
        ExtendedStatistics = wire.Map("ExtendedStatistics", ExtendedStatistics, Each.Double);
        Maximum = wire.Member("Maximum", Maximum);
        Minimum = wire.Member("Minimum", Minimum);
        SampleCount = wire.Member("SampleCount", SampleCount);
        Sum = wire.Member("Sum", Sum);
        Timestamp = wire.Member("Timestamp", Timestamp);
        Unit = wire.Constant("Unit", Unit, value => new(value));
    }
}

public partial class LabelOptions : IShape
{
    public string Timezone { get; set; }

    void IShape.Members(Wire wire)
    {
        Timezone = wire.Member("Timezone", Timezone);
    }
}

public partial class MessageData : IShape
{
    public string Code { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Code = wire.Member("Code", Code);
        Value = wire.Member("Value", Value);
    }
}

public partial class MetricDataResult : IShape
{
    public string Id { get; set; }
    public string Label { get; set; }
    public List<MessageData> Messages { get; set; }
    public StatusCode StatusCode { get; set; }
    public List<DateTime> Timestamps { get; set; }
    public List<double> Values { get; set; }

    void IShape.Members(Wire wire)
    {
        Id = wire.Member("Id", Id);
        Label = wire.Member("Label", Label);
        Messages = wire.List("Messages", Messages, Each.Shape);
        StatusCode = wire.Constant("StatusCode", StatusCode, value => new(value));
        Timestamps = wire.List("Timestamps", Timestamps, Each.Date);
        Values = wire.List("Values", Values, Each.Double);
    }
}
