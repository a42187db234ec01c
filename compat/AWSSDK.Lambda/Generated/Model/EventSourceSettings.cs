// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class EventSourceMappingLoggingConfig : IShape
{
    public EventSourceMappingSystemLogLevel SystemLogLevel { get; set; }

    void IShape.Members(Wire wire)
    {
        SystemLogLevel = wire.Constant("SystemLogLevel", SystemLogLevel, value => new(value));
    }
}

public partial class EventSourceMappingMetricsConfig : IShape
{
    public List<string> Metrics { get; set; }

    void IShape.Members(Wire wire)
    {
        Metrics = wire.List("Metrics", Metrics, Each.Text);
    }
}

public partial class Filter : IShape
{
    public string Pattern { get; set; }

    void IShape.Members(Wire wire)
    {
        Pattern = wire.Member("Pattern", Pattern);
    }
}

public partial class FilterCriteria : IShape
{
    public List<Filter> Filters { get; set; }

    void IShape.Members(Wire wire)
    {
        Filters = wire.List("Filters", Filters, Each.Shape);
    }
}

public partial class FilterCriteriaError : IShape
{
    public string ErrorCode { get; set; }
    public string Message { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        Message = wire.Member("Message", Message);
    }
}

public partial class ScalingConfig : IShape
{
    public int? MaximumConcurrency { get; set; }

    void IShape.Members(Wire wire)
    {
        MaximumConcurrency = wire.Member("MaximumConcurrency", MaximumConcurrency);
    }
}
