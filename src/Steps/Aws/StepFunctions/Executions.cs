using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Executions of state machines.</summary>
public sealed class Executions(IAmazonStepFunctions stepFunctions)
{
    /// <summary>Null when there never was one, or its history has been deleted.</summary>
    public Task<DescribeExecutionResponse?> FindAsync(string executionArn) =>
        Missing.OrNullAsync<DescribeExecutionResponse, ExecutionDoesNotExistException>(() =>
            stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = executionArn })
        );

    public async Task<bool> IsRunningAsync(string executionArn) => (await FindAsync(executionArn))?.Status == ExecutionStatus.RUNNING;

    /// <returns>False when there is, or was within 90 days, an execution of this name.</returns>
    public async Task<bool> StartAsync(string stateMachineArn, string name, string input)
    {
        try
        {
            await stepFunctions.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = stateMachineArn,
                    Name = name,
                    Input = input,
                }
            );
            return true;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return false;
        }
    }

    /// <summary>Whether an execution has sent a notification.</summary>
    public Task<bool> HasNotifiedAsync(string executionArn) =>
        Pages.AnyAsync<HistoryEvent>(
            async next =>
            {
                var page = await stepFunctions.GetExecutionHistoryAsync(
                    new GetExecutionHistoryRequest
                    {
                        ExecutionArn = executionArn,
                        ReverseOrder = true,
                        IncludeExecutionData = false,
                        NextToken = next,
                    }
                );
                return (page.Events, page.NextToken);
            },
            events => events.Any(e => e.TaskSucceededEventDetails is { ResourceType: "sns" })
        );
}
