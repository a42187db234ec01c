using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonStepFunctions))]
public sealed class StepFunctionsContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private const string Pass = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":{"hello":"you"},"End":true}}}""";
    private const string Wait = """{"StartAt":"Rest","States":{"Rest":{"Type":"Wait","Seconds":600,"End":true}}}""";

    [Fact]
    public async Task CreateStateMachine_makes_one_that_is_active()
    {
        var arn = await MachineAsync(Pass);

        Assert.Equal(
            StateMachineStatus.ACTIVE,
            (await StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn })).Status
        );
    }

    [Fact]
    public async Task DescribeStateMachine_of_an_unknown_one_is_its_own_error()
    {
        var machine = await StepFunctions.DescribeStateMachineAsync(
            new DescribeStateMachineRequest { StateMachineArn = await MachineAsync(Pass) }
        );

        Assert.Equal((Pass, StateMachineType.STANDARD), (machine.Definition, machine.Type));
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() =>
            StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = machine.StateMachineArn + "-not" })
        );
    }

    [Fact]
    public async Task UpdateStateMachine_changes_the_definition()
    {
        var arn = await MachineAsync(Pass);

        await StepFunctions.UpdateStateMachineAsync(new UpdateStateMachineRequest { StateMachineArn = arn, Definition = Wait });

        Assert.Equal(
            Wait,
            (await StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn })).Definition
        );
    }

    [Fact]
    public async Task ListStateMachines_has_the_new_one()
    {
        var arn = await MachineAsync(Pass);

        Assert.Contains(
            arn,
            (await StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.Select(m => m.StateMachineArn)
        );
    }

    [Fact]
    public async Task DeleteStateMachine_leaves_nothing()
    {
        var arn = await MachineAsync(Pass);

        await StepFunctions.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = arn });

        await UntilAsync(
            () => StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest()),
            answer => answer.StateMachines.All(machine => machine.StateMachineArn != arn)
        );
    }

    [Fact]
    public async Task StartExecution_of_a_taken_name_with_another_input_is_refused()
    {
        var request = new StartExecutionRequest
        {
            StateMachineArn = await MachineAsync(Wait),
            Name = "release-1",
            Input = """{"a":1}""",
        };

        var started = await StepFunctions.StartExecutionAsync(request);

        Assert.EndsWith(":release-1", started.ExecutionArn, StringComparison.Ordinal);
        Assert.Equal(started.ExecutionArn, (await StepFunctions.StartExecutionAsync(request)).ExecutionArn);
        request.Input = """{"a":2}""";
        await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => StepFunctions.StartExecutionAsync(request));
    }

    [Fact]
    public async Task DescribeExecution_returns_the_output()
    {
        var execution = await RunAsync(await MachineAsync(Pass));

        Assert.Equal(ExecutionStatus.SUCCEEDED, execution.Status);
        Assert.Equal("""{"hello":"you"}""", execution.Output.Replace(" ", "", StringComparison.Ordinal));
        Assert.True(execution.StopDate >= execution.StartDate);
    }

    [Fact]
    public async Task StopExecution_aborts_with_error_and_cause()
    {
        var arn = (
            await StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = await MachineAsync(Wait) })
        ).ExecutionArn;

        await StepFunctions.StopExecutionAsync(
            new StopExecutionRequest
            {
                ExecutionArn = arn,
                Error = "Enough",
                Cause = "said so",
            }
        );

        var execution = await EndAsync(arn);
        Assert.Equal((ExecutionStatus.ABORTED, "Enough", "said so"), (execution.Status, execution.Error, execution.Cause));
    }

    [Fact]
    public async Task ListExecutions_can_be_of_one_status()
    {
        var machine = await MachineAsync(Pass);
        var execution = await RunAsync(machine);

        Assert.Equal([execution.ExecutionArn], await ArnsAsync(ExecutionStatus.SUCCEEDED));
        Assert.Empty(await ArnsAsync(ExecutionStatus.FAILED));

        async Task<IEnumerable<string>> ArnsAsync(ExecutionStatus status) =>
            (
                await StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine, StatusFilter = status })
            ).Executions.Select(found => found.ExecutionArn);
    }

    [Fact]
    public async Task GetExecutionHistory_returns_each_state()
    {
        var execution = await RunAsync(await MachineAsync(Pass));

        var events = (
            await StepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = execution.ExecutionArn })
        ).Events;

        Assert.Equal(
            [
                HistoryEventType.ExecutionStarted,
                HistoryEventType.PassStateEntered,
                HistoryEventType.PassStateExited,
                HistoryEventType.ExecutionSucceeded,
            ],
            events.Select(found => found.Type)
        );
        Assert.Equal("Greet", events[1].StateEnteredEventDetails.Name);
        Assert.Contains("you", events[3].ExecutionSucceededEventDetails.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeStateMachineForExecution_has_the_definition_that_runs()
    {
        var execution = await RunAsync(await MachineAsync(Pass));

        var machine = await StepFunctions.DescribeStateMachineForExecutionAsync(
            new DescribeStateMachineForExecutionRequest { ExecutionArn = execution.ExecutionArn }
        );

        Assert.Equal(Pass, machine.Definition);
    }

    [Fact]
    public async Task SendTaskSuccess_answers_for_the_task()
    {
        var (arn, token) = await WaitingAsync();

        await StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = """{"done":true}""" });

        Assert.Contains("done", (await EndAsync(arn)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendTaskFailure_fails_the_task()
    {
        var (arn, token) = await WaitingAsync();

        await StepFunctions.SendTaskFailureAsync(
            new SendTaskFailureRequest
            {
                TaskToken = token,
                Error = "Boom",
                Cause = "c",
            }
        );

        var execution = await EndAsync(arn);
        Assert.Equal((ExecutionStatus.FAILED, "Boom"), (execution.Status, execution.Error));
    }

    [Fact]
    public async Task SendTaskHeartbeat_keeps_the_task_alive()
    {
        var (arn, token) = await WaitingAsync();

        await StepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token });

        Assert.Equal(
            ExecutionStatus.RUNNING,
            (await StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn })).Status
        );
        await StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = arn });
    }

    private async Task<string> MachineAsync(string definition) =>
        (
            await StepFunctions.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = NewName("machine"),
                    Definition = definition,
                    RoleArn = await RoleAsync(),
                }
            )
        ).StateMachineArn;

    private async Task<DescribeExecutionResponse> RunAsync(string machine) =>
        await EndAsync((await StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine })).ExecutionArn);

    private Task<DescribeExecutionResponse> EndAsync(string arn) =>
        UntilAsync(
            () => StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }),
            execution => execution.Status != ExecutionStatus.RUNNING
        );

    /// <summary>An execution whose only task waits for an answer to its token.</summary>
    private async Task<(string Execution, string Token)> WaitingAsync()
    {
        var queue = await QueueAsync();
        var machine = await MachineAsync(
            $$"""
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":60,
              "Parameters":{"QueueUrl":"{{queue.Url}}","MessageBody.$":"$$.Task.Token"},"End":true} } }
            """
        );
        var started = await StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine });
        return (started.ExecutionArn, (await MessageAsync(queue.Url)).Body);
    }
}
