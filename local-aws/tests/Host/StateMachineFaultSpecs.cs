using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>What a state machine sees when a service fails its call.</summary>
public sealed class StateMachineFaultSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>, IDisposable
{
    private readonly AwsClients _aws = AwsClients.Of(fixture.Host);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData(FaultKind.Error, "EventBridge.InternalException")]
    [InlineData(FaultKind.Throttle, "EventBridge.AmazonEventBridgeException")]
    [InlineData(FaultKind.ReplyLost, "EventBridge.SdkClientException")]
    public Task PutEvents_that_fails_is_an_error_of_its_task(FaultKind kind, string error) =>
        AssertFailsAsync(
            "events",
            "PutEvents",
            kind,
            error,
            resource: "events:putEvents",
            parameters: """{ "Entries": [{ "Source": "s", "DetailType": "MARK", "Detail": {} }] }"""
        );

    [Theory]
    [InlineData(FaultKind.Error, "StepFunctions.AWSStepFunctionsException")]
    [InlineData(FaultKind.Throttle, "StepFunctions.AWSStepFunctionsException")]
    [InlineData(FaultKind.AccessDenied, "StepFunctions.AWSStepFunctionsException")]
    public Task StartExecution_that_fails_has_the_name_that_AWS_gives_it(FaultKind kind, string error) =>
        AssertFailsAsync(
            "states",
            "StartExecution",
            kind,
            error,
            resource: "states:startExecution.sync:2",
            parameters: """{ "StateMachineArn": "arn:aws:states:us-west-2:123456789012:stateMachine:MARK" }"""
        );

    [Fact]
    public Task StartExecution_of_nothing_has_the_name_of_its_error() =>
        AssertFailsAsync(
            "states",
            "Nothing",
            FaultKind.Error,
            "StepFunctions.StateMachineDoesNotExistException",
            "states:startExecution",
            """{ "StateMachineArn": "arn:aws:states:us-west-2:123456789012:stateMachine:MARK" }"""
        );

    private async Task AssertFailsAsync(string service, string operation, FaultKind kind, string error, string resource, string parameters)
    {
        var mark = LocalAwsFixture.NewName("mark");
        var fault = new Fault
        {
            Service = service,
            Operation = operation,
            Kind = kind,
            Caller = "states",
            Resource = mark,
        };
        fixture.Host.Faults.Add(fault);
        try
        {
            var ended = await Executions.RunAsync(
                _aws,
                $$"""
                { "StartAt": "Call", "States": { "Call": { "Type": "Task", "Resource": "arn:aws:states:::{{resource}}", "Parameters": {{parameters.Replace(
                    "MARK",
                    mark,
                    StringComparison.Ordinal
                )}}, "End": true } } }
                """,
                "{}"
            );
            Assert.StartsWith($"FAILED: {error} ", ended, StringComparison.Ordinal);
        }
        finally
        {
            fixture.Host.Faults.Remove(fault);
        }
    }
}
