using System.Collections.Concurrent;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Step Functions in memory: how executions stand, which were started, and whether they have sent a message.</summary>
internal sealed class FakeExecutions
{
    public const string Rollbacks = "arn:aws:states:us-west-2:123456789012:stateMachine:rollback";
    public const string Releases = "arn:aws:states:us-west-2:123456789012:stateMachine:release";

    private readonly ConcurrentDictionary<string, DescribeExecutionResponse> _known = new();
    private readonly ConcurrentDictionary<string, bool> _notified = new();
    private readonly ConcurrentQueue<StartExecutionRequest> _started = new();

    private readonly ConcurrentDictionary<string, string> _definitions = new();

    public FakeExecutions()
    {
        Client
            .ListStateMachinesAsync(Arg.Any<ListStateMachinesRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new ListStateMachinesResponse
            {
                StateMachines =
                [
                    .. _definitions.Keys.Select(arn => new StateMachineListItem { StateMachineArn = arn, Name = arn.Split(':')[^1] }),
                ],
            });
        Client
            .DescribeStateMachineAsync(Arg.Any<DescribeStateMachineRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new DescribeStateMachineResponse
            {
                Definition = _definitions[call.Arg<DescribeStateMachineRequest>().StateMachineArn] is { Length: > 0 } definition
                    ? definition
                    : throw new KmsAccessDeniedException("no decryption for you"),
            });
        Client
            .DescribeExecutionAsync(Arg.Any<DescribeExecutionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                _known.GetValueOrDefault(call.Arg<DescribeExecutionRequest>().ExecutionArn)
                ?? throw new ExecutionDoesNotExistException("Execution does not exist")
            );
        Client
            .StartExecutionAsync(Arg.Any<StartExecutionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Start(call.Arg<StartExecutionRequest>()));
        Client
            .GetExecutionHistoryAsync(Arg.Any<GetExecutionHistoryRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetExecutionHistoryResponse
            {
                Events = _notified.ContainsKey(call.Arg<GetExecutionHistoryRequest>().ExecutionArn)
                    ?
                    [
                        new HistoryEvent
                        {
                            TaskSucceededEventDetails = new TaskSucceededEventDetails { ResourceType = "sns", Resource = "publish" },
                        },
                    ]
                    : [new HistoryEvent()],
            });
    }

    public IAmazonStepFunctions Client { get; } = Substitute.For<IAmazonStepFunctions>();

    /// <param name="definition">Empty = it is encrypted with a key that the release machine may not use.</param>
    public void HasMachine(string name, string definition) =>
        _definitions[$"arn:aws:states:us-west-2:123456789012:stateMachine:{name}"] = definition;

    public IReadOnlyList<StartExecutionRequest> Started => [.. _started];

    public static string RollbackArn(string name) => $"arn:aws:states:us-west-2:123456789012:execution:rollback:{name}";

    public void Is(string executionArn, ExecutionStatus status, string? error = null, string? cause = null) =>
        _known[executionArn] = new DescribeExecutionResponse
        {
            ExecutionArn = executionArn,
            Status = status,
            Error = error,
            Cause = cause,
        };

    public void HasNotified(string executionArn) => _notified[executionArn] = true;

    private StartExecutionResponse Start(StartExecutionRequest request)
    {
        var arn = $"{request.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{request.Name}";
        if (
            !_known.TryAdd(
                arn,
                new DescribeExecutionResponse
                {
                    ExecutionArn = arn,
                    Status = ExecutionStatus.RUNNING,
                    Input = request.Input,
                }
            )
        )
            throw new ExecutionAlreadyExistsException("Execution Already Exists");
        _started.Enqueue(request);
        return new StartExecutionResponse { ExecutionArn = arn };
    }
}
