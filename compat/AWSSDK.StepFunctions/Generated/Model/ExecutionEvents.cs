// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionAbortedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class ExecutionFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class ExecutionRedrivenEventDetails : IShape
{
    public int? RedriveCount { get; set; }

    void IShape.Members(Wire wire)
    {
        RedriveCount = wire.Member("redriveCount", RedriveCount);
    }
}

public partial class ExecutionStartedEventDetails : IShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Input = wire.Member("input", Input);
        InputDetails = wire.Shape("inputDetails", InputDetails);
        RoleArn = wire.Member("roleArn", RoleArn);
        StateMachineAliasArn = wire.Member("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineVersionArn = wire.Member("stateMachineVersionArn", StateMachineVersionArn);
    }
}

public partial class ExecutionSucceededEventDetails : IShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
    }
}

public partial class ExecutionTimedOutEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}
