using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

internal static class Executions
{
    /// <summary>Makes a state machine, runs it once and answers how it ended.</summary>
    public static async Task<string> RunAsync(AwsClients aws, string definition, string input)
    {
        var machine = await aws.StepFunctions.CreateStateMachineAsync(
            new CreateStateMachineRequest
            {
                Name = LocalAwsFixture.NewName("machine"),
                Definition = definition,
                RoleArn = await TestFunctions.RoleAsync(aws),
            }
        );
        var started = await aws.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = machine.StateMachineArn, Input = input }
        );
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; i < 400; i++)
        {
            await timer.WaitForNextTickAsync();
            var execution = await aws.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn }
            );
            if (execution.Status != "RUNNING")
                return execution.Status + (execution.Status == "SUCCEEDED" ? "" : $": {execution.Error} {execution.Cause}");
        }

        return "still running";
    }
}
