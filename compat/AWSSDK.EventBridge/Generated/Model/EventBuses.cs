// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge.Model;

public partial class CreateEventBusRequest : AmazonEventBridgeRequest, IShape
{
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public string Description { get; set; }
    public string EventSourceName { get; set; }
    public string KmsKeyIdentifier { get; set; }
    public LogConfig LogConfig { get; set; }
    public string Name { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        Description = wire.Member("Description", Description);
        EventSourceName = wire.Member("EventSourceName", EventSourceName);
        KmsKeyIdentifier = wire.Member("KmsKeyIdentifier", KmsKeyIdentifier);
        LogConfig = wire.Shape("LogConfig", LogConfig);
        Name = wire.Member("Name", Name);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class CreateEventBusResponse : AmazonWebServiceResponse, IShape
{
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public string Description { get; set; }
    public string EventBusArn { get; set; }
    public string KmsKeyIdentifier { get; set; }
    public LogConfig LogConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        Description = wire.Member("Description", Description);
        EventBusArn = wire.Member("EventBusArn", EventBusArn);
        KmsKeyIdentifier = wire.Member("KmsKeyIdentifier", KmsKeyIdentifier);
        LogConfig = wire.Shape("LogConfig", LogConfig);
    }
}

public partial class DescribeEventBusRequest : AmazonEventBridgeRequest, IShape
{
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        Name = wire.Member("Name", Name);
    }
}

public partial class DescribeEventBusResponse : AmazonWebServiceResponse, IShape
{
    public string Arn { get; set; }
    public DateTime? CreationTime { get; set; }
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public string Description { get; set; }
    public string KmsKeyIdentifier { get; set; }
    public DateTime? LastModifiedTime { get; set; }
    public LogConfig LogConfig { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        CreationTime = wire.Member("CreationTime", CreationTime);
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        Description = wire.Member("Description", Description);
        KmsKeyIdentifier = wire.Member("KmsKeyIdentifier", KmsKeyIdentifier);
        LastModifiedTime = wire.Member("LastModifiedTime", LastModifiedTime);
        LogConfig = wire.Shape("LogConfig", LogConfig);
        Name = wire.Member("Name", Name);
        Policy = wire.Member("Policy", Policy);
    }
}

public partial class ListEventBusesRequest : AmazonEventBridgeRequest, IShape
{
    public int? Limit { get; set; }
    public string NamePrefix { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Limit = wire.Member("Limit", Limit);
        NamePrefix = wire.Member("NamePrefix", NamePrefix);
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class ListEventBusesResponse : AmazonWebServiceResponse, IShape
{
    public List<EventBus> EventBuses { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBuses = wire.List("EventBuses", EventBuses, Each.Shape);
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class EventBus : IShape
{
    public string Arn { get; set; }
    public DateTime? CreationTime { get; set; }
    public string Description { get; set; }
    public DateTime? LastModifiedTime { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        CreationTime = wire.Member("CreationTime", CreationTime);
        Description = wire.Member("Description", Description);
        LastModifiedTime = wire.Member("LastModifiedTime", LastModifiedTime);
        Name = wire.Member("Name", Name);
        Policy = wire.Member("Policy", Policy);
    }
}

public partial class LogConfig : IShape
{
    public IncludeDetail IncludeDetail { get; set; }
    public Level Level { get; set; }

    void IShape.Members(Wire wire)
    {
        IncludeDetail = wire.Constant("IncludeDetail", IncludeDetail, value => new(value));
        Level = wire.Constant("Level", Level, value => new(value));
    }
}
