using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Step Functions that only starts: a name is used once.</summary>
internal sealed class FakeExecutions
{
    private readonly List<StartExecutionRequest> _started = [];

    public FakeExecutions()
    {
        Client.StartExecutionAsync(Arg.Any<StartExecutionRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var request = call.Arg<StartExecutionRequest>();
            if (_started.Any(s => s.StateMachineArn == request.StateMachineArn && s.Name == request.Name))
                throw new ExecutionAlreadyExistsException("Execution Already Exists");
            _started.Add(request);
            return new StartExecutionResponse { ExecutionArn = request.StateMachineArn + ":" + request.Name };
        });
    }

    public IAmazonStepFunctions Client { get; } = Substitute.For<IAmazonStepFunctions>();

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<StartExecutionRequest> Started => _started;
}
