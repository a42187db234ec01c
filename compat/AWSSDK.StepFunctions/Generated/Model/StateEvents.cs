// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class EvaluationFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Location { get; set; }
    public string State { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        Location = wire.Member("location", Location);
        State = wire.Member("state", State);
    }
}

public partial class StateEnteredEventDetails : IShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        Input = wire.Member("input", Input);
        InputDetails = wire.Shape("inputDetails", InputDetails);
        Name = wire.Member("name", Name);
    }
}

public partial class StateExitedEventDetails : IShape
{
    public Dictionary<string, string> AssignedVariables { get; set; }
    public AssignedVariablesDetails AssignedVariablesDetails { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Members(Wire wire)
    {
        AssignedVariables = wire.Map("assignedVariables", AssignedVariables, Each.Text);
        AssignedVariablesDetails = wire.Shape("assignedVariablesDetails", AssignedVariablesDetails);
        Name = wire.Member("name", Name);
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
    }
}
