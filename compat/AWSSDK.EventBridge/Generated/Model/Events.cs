// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge.Model;

public partial class PutEventsRequest : AmazonEventBridgeRequest, IShape
{
    public string EndpointId { get; set; }
    public List<PutEventsRequestEntry> Entries { get; set; }

    void IShape.Members(Wire wire)
    {
        EndpointId = wire.Member("EndpointId", EndpointId);
        Entries = wire.List("Entries", Entries, Each.Shape);
    }
}

public partial class PutEventsResponse : AmazonWebServiceResponse, IShape
{
    public List<PutEventsResultEntry> Entries { get; set; }
    public int? FailedEntryCount { get; set; }

    void IShape.Members(Wire wire)
    {
        Entries = wire.List("Entries", Entries, Each.Shape);
        FailedEntryCount = wire.Member("FailedEntryCount", FailedEntryCount);
    }
}

public partial class TestEventPatternRequest : AmazonEventBridgeRequest, IShape
{
    public string Event { get; set; }
    public string EventPattern { get; set; }

    void IShape.Members(Wire wire)
    {
        Event = wire.Member("Event", Event);
        EventPattern = wire.Member("EventPattern", EventPattern);
    }
}

public partial class TestEventPatternResponse : AmazonWebServiceResponse, IShape
{
    public bool? Result { get; set; }

    void IShape.Members(Wire wire)
    {
        Result = wire.Member("Result", Result);
    }
}

public partial class PutEventsRequestEntry : IShape
{
    public string Detail { get; set; }
    public string DetailType { get; set; }
    public string EventBusName { get; set; }
    public List<string> Resources { get; set; }
    public string Source { get; set; }
    public DateTime? Time { get; set; }
    public string TraceHeader { get; set; }

    void IShape.Members(Wire wire)
    {
        Detail = wire.Member("Detail", Detail);
        DetailType = wire.Member("DetailType", DetailType);
        EventBusName = wire.Member("EventBusName", EventBusName);
        Resources = wire.List("Resources", Resources, Each.Text);
        Source = wire.Member("Source", Source);
        Time = wire.Member("Time", Time);
        TraceHeader = wire.Member("TraceHeader", TraceHeader);
    }
}

public partial class PutEventsResultEntry : IShape
{
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
    public string EventId { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        ErrorMessage = wire.Member("ErrorMessage", ErrorMessage);
        EventId = wire.Member("EventId", EventId);
    }
}
