// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatchLogs.Model;

public partial class FilterLogEventsRequest : AmazonCloudWatchLogsRequest, IShape
{
    public long? EndTime { get; set; }
    public string FilterPattern { get; set; }
    public bool? Interleaved { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamNamePrefix { get; set; }
    public List<string> LogStreamNames { get; set; }
    public string NextToken { get; set; }
    public long? StartTime { get; set; }
    public bool? Unmask { get; set; }

    void IShape.Members(Wire wire)
    {
        EndTime = wire.Member("endTime", EndTime);
        FilterPattern = wire.Member("filterPattern", FilterPattern);
        Interleaved = wire.Member("interleaved", Interleaved);
        Limit = wire.Member("limit", Limit);
        LogGroupIdentifier = wire.Member("logGroupIdentifier", LogGroupIdentifier);
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        LogStreamNamePrefix = wire.Member("logStreamNamePrefix", LogStreamNamePrefix);
        LogStreamNames = wire.List("logStreamNames", LogStreamNames, Each.Text);
        NextToken = wire.Member("nextToken", NextToken);
        StartTime = wire.Member("startTime", StartTime);
        Unmask = wire.Member("unmask", Unmask);
    }
}

public partial class FilterLogEventsResponse : AmazonWebServiceResponse, IShape
{
    public List<FilteredLogEvent> Events { get; set; }
    public string NextToken { get; set; }
    public List<SearchedLogStream> SearchedLogStreams { get; set; }

    void IShape.Members(Wire wire)
    {
        Events = wire.List("events", Events, Each.Shape);
        NextToken = wire.Member("nextToken", NextToken);
        SearchedLogStreams = wire.List("searchedLogStreams", SearchedLogStreams, Each.Shape);
    }
}

public partial class GetLogEventsRequest : AmazonCloudWatchLogsRequest, IShape
{
    public DateTime? EndTime { get; set; }
    public int? Limit { get; set; }
    public string LogGroupIdentifier { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
    public string NextToken { get; set; }
    public bool? StartFromHead { get; set; }
    public DateTime? StartTime { get; set; }
    public bool? Unmask { get; set; }

    void IShape.Members(Wire wire)
    {
        EndTime = wire.Milliseconds("endTime", EndTime);
        Limit = wire.Member("limit", Limit);
        LogGroupIdentifier = wire.Member("logGroupIdentifier", LogGroupIdentifier);
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        LogStreamName = wire.Member("logStreamName", LogStreamName);
        NextToken = wire.Member("nextToken", NextToken);
        StartFromHead = wire.Member("startFromHead", StartFromHead);
        StartTime = wire.Milliseconds("startTime", StartTime);
        Unmask = wire.Member("unmask", Unmask);
    }
}

public partial class GetLogEventsResponse : AmazonWebServiceResponse, IShape
{
    public List<OutputLogEvent> Events { get; set; }
    public string NextBackwardToken { get; set; }
    public string NextForwardToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Events = wire.List("events", Events, Each.Shape);
        NextBackwardToken = wire.Member("nextBackwardToken", NextBackwardToken);
        NextForwardToken = wire.Member("nextForwardToken", NextForwardToken);
    }
}

public partial class PutLogEventsRequest : AmazonCloudWatchLogsRequest, IShape
{
    public Entity Entity { get; set; }
    public List<InputLogEvent> LogEvents { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
    public string SequenceToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Entity = wire.Shape("entity", Entity);
        LogEvents = wire.List("logEvents", LogEvents, Each.Shape);
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        LogStreamName = wire.Member("logStreamName", LogStreamName);
        SequenceToken = wire.Member("sequenceToken", SequenceToken);
    }
}

public partial class PutLogEventsResponse : AmazonWebServiceResponse, IShape
{
    public string NextSequenceToken { get; set; }
    public RejectedEntityInfo RejectedEntityInfo { get; set; }
    public RejectedLogEventsInfo RejectedLogEventsInfo { get; set; }

    void IShape.Members(Wire wire)
    {
        NextSequenceToken = wire.Member("nextSequenceToken", NextSequenceToken);
        RejectedEntityInfo = wire.Shape("rejectedEntityInfo", RejectedEntityInfo);
        RejectedLogEventsInfo = wire.Shape("rejectedLogEventsInfo", RejectedLogEventsInfo);
    }
}

public partial class Entity : IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public Dictionary<string, string> KeyAttributes { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("attributes", Attributes, Each.Text);
        KeyAttributes = wire.Map("keyAttributes", KeyAttributes, Each.Text);
    }
}

public partial class FilteredLogEvent : IShape
{
    public string EventId { get; set; }
    public long? IngestionTime { get; set; }
    public string LogStreamName { get; set; }
    public string Message { get; set; }
    public long? Timestamp { get; set; }

    void IShape.Members(Wire wire)
    {
        EventId = wire.Member("eventId", EventId);
        IngestionTime = wire.Member("ingestionTime", IngestionTime);
        LogStreamName = wire.Member("logStreamName", LogStreamName);
        Message = wire.Member("message", Message);
        Timestamp = wire.Member("timestamp", Timestamp);
    }
}

public partial class InputLogEvent : IShape
{
    public string Message { get; set; }
    public DateTime? Timestamp { get; set; }

    void IShape.Members(Wire wire)
    {
        Message = wire.Member("message", Message);
        Timestamp = wire.Milliseconds("timestamp", Timestamp);
    }
}

public partial class OutputLogEvent : IShape
{
    public DateTime? IngestionTime { get; set; }
    public string Message { get; set; }
    public DateTime? Timestamp { get; set; }

    void IShape.Members(Wire wire)
    {
        IngestionTime = wire.Milliseconds("ingestionTime", IngestionTime);
        Message = wire.Member("message", Message);
        Timestamp = wire.Milliseconds("timestamp", Timestamp);
    }
}

public partial class RejectedEntityInfo : IShape
{
    public EntityRejectionErrorType ErrorType { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorType = wire.Constant("errorType", ErrorType, value => new(value));
    }
}

public partial class RejectedLogEventsInfo : IShape
{
    public int? ExpiredLogEventEndIndex { get; set; }
    public int? TooNewLogEventStartIndex { get; set; }
    public int? TooOldLogEventEndIndex { get; set; }

    void IShape.Members(Wire wire)
    {
        ExpiredLogEventEndIndex = wire.Member("expiredLogEventEndIndex", ExpiredLogEventEndIndex);
        TooNewLogEventStartIndex = wire.Member("tooNewLogEventStartIndex", TooNewLogEventStartIndex);
        TooOldLogEventEndIndex = wire.Member("tooOldLogEventEndIndex", TooOldLogEventEndIndex);
    }
}

public partial class SearchedLogStream : IShape
{
    public string LogStreamName { get; set; }
    public bool? SearchedCompletely { get; set; }

    void IShape.Members(Wire wire)
    {
        LogStreamName = wire.Member("logStreamName", LogStreamName);
        SearchedCompletely = wire.Member("searchedCompletely", SearchedCompletely);
    }
}
