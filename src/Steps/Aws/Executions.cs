using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Executions of state machines.</summary>
public sealed class Executions(IAmazonStepFunctions stepFunctions)
{
    /// <returns>False when there is, or was within 90 days, an execution of this name.</returns>
    public async Task<bool> StartAsync(string stateMachineArn, string name, string input)
    {
        try
        {
            await stepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = stateMachineArn, Name = name, Input = input });
            return true;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return false;
        }
    }
}
