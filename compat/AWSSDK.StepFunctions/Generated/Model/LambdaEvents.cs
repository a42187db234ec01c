// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class LambdaFunctionFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class LambdaFunctionScheduleFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class LambdaFunctionScheduledEventDetails : IShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Resource { get; set; }
    public TaskCredentials TaskCredentials { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IShape.Members(Wire wire)
    {
        Input = wire.Member("input", Input);
        InputDetails = wire.Shape("inputDetails", InputDetails);
        Resource = wire.Member("resource", Resource);
        TaskCredentials = wire.Shape("taskCredentials", TaskCredentials);
        TimeoutInSeconds = wire.Member("timeoutInSeconds", TimeoutInSeconds);
    }
}

public partial class LambdaFunctionStartFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class LambdaFunctionSucceededEventDetails : IShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Members(Wire wire)
    {
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
    }
}

public partial class LambdaFunctionTimedOutEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}
