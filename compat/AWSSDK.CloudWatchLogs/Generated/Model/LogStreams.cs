// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatchLogs.Model;

public partial class CreateLogStreamRequest : AmazonCloudWatchLogsRequest, IShape
{
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        LogStreamName = wire.Member("logStreamName", LogStreamName);
    }
}

public partial class CreateLogStreamResponse : AmazonWebServiceResponse;

public partial class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest, IShape
{
    public bool? Descending { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamNamePrefix { get; set; }
    public string NextToken { get; set; }
    public OrderBy OrderBy { get; set; }

    void IShape.Members(Wire wire)
    {
        Descending = wire.Member("descending", Descending);
        Limit = wire.Member("limit", Limit);
        LogGroupIdentifier = wire.Member("logGroupIdentifier", LogGroupIdentifier);
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        LogStreamNamePrefix = wire.Member("logStreamNamePrefix", LogStreamNamePrefix);
        NextToken = wire.Member("nextToken", NextToken);
        OrderBy = wire.Constant("orderBy", OrderBy, value => new(value));
    }
}

public partial class DescribeLogStreamsResponse : AmazonWebServiceResponse, IShape
{
    public List<LogStream> LogStreams { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        LogStreams = wire.List("logStreams", LogStreams, Each.Shape);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class LogStream : IShape
{
    public string Arn { get; set; }
    public DateTime? CreationTime { get; set; }
    public DateTime? FirstEventTimestamp { get; set; }
    public DateTime? LastEventTimestamp { get; set; }
    public DateTime? LastIngestionTime { get; set; }
    public string LogStreamName { get; set; }
    public long? StoredBytes { get; set; }
    public string UploadSequenceToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("arn", Arn);
        CreationTime = wire.Milliseconds("creationTime", CreationTime);
        FirstEventTimestamp = wire.Milliseconds("firstEventTimestamp", FirstEventTimestamp);
        LastEventTimestamp = wire.Milliseconds("lastEventTimestamp", LastEventTimestamp);
        LastIngestionTime = wire.Milliseconds("lastIngestionTime", LastIngestionTime);
        LogStreamName = wire.Member("logStreamName", LogStreamName);
        StoredBytes = wire.Member("storedBytes", StoredBytes);
        UploadSequenceToken = wire.Member("uploadSequenceToken", UploadSequenceToken);
    }
}
