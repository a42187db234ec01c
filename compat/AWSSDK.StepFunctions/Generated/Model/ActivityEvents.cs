// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class ActivityFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class ActivityScheduleFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class ActivityScheduledEventDetails : IShape
{
    public long? HeartbeatInSeconds { get; set; }
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Resource { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IShape.Members(Wire wire)
    {
        HeartbeatInSeconds = wire.Member("heartbeatInSeconds", HeartbeatInSeconds);
        Input = wire.Member("input", Input);
        InputDetails = wire.Shape("inputDetails", InputDetails);
        Resource = wire.Member("resource", Resource);
        TimeoutInSeconds = wire.Member("timeoutInSeconds", TimeoutInSeconds);
    }
}

public partial class ActivityStartedEventDetails : IShape
{
    public string WorkerName { get; set; }

    void IShape.Members(Wire wire)
    {
        WorkerName = wire.Member("workerName", WorkerName);
    }
}

public partial class ActivitySucceededEventDetails : IShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
    }
}

public partial class ActivityTimedOutEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}
