// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class TaskCredentials : IShape
{
    public string RoleArn { get; set; }

    void IShape.Members(Wire wire)
    {
        RoleArn = wire.Member("roleArn", RoleArn);
    }
}

public partial class TaskFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskScheduledEventDetails : IShape
{
    public long? HeartbeatInSeconds { get; set; }
    public string Parameters { get; set; }
    public string Region { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }
    public TaskCredentials TaskCredentials { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IShape.Members(Wire wire)
    {
        HeartbeatInSeconds = wire.Member("heartbeatInSeconds", HeartbeatInSeconds);
        Parameters = wire.Member("parameters", Parameters);
        Region = wire.Member("region", Region);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
        TaskCredentials = wire.Shape("taskCredentials", TaskCredentials);
        TimeoutInSeconds = wire.Member("timeoutInSeconds", TimeoutInSeconds);
    }
}

public partial class TaskStartFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskStartedEventDetails : IShape
{
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskSubmitFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskSubmittedEventDetails : IShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskSucceededEventDetails : IShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}

public partial class TaskTimedOutEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        Resource = wire.Member("resource", Resource);
        ResourceType = wire.Member("resourceType", ResourceType);
    }
}
