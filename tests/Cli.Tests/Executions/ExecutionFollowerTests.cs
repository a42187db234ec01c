using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Executions;
using NSubstitute;

namespace CodeRipple.Workflow.Cli.Tests.Executions;

public sealed class ExecutionFollowerTests
{
    private readonly IAmazonStepFunctions _stepFunctions = Substitute.For<IAmazonStepFunctions>();

    [Fact]
    public async Task Only_what_is_new_is_read_however_long_the_history_is()
    {
        var history = new History();
        var last = history.Add("ExecutionStarted", 0);
        for (var i = 0; i < 300; i++)
            last = history.Add("PassStateEntered", last);
        Serve("arn", history);
        var reader = new ExecutionHistory(_stepFunctions, "arn");

        var first = await reader.ReadNewAsync(CancellationToken.None);
        var second = await reader.ReadNewAsync(CancellationToken.None);
        for (var i = 0; i < 120; i++)
            last = history.Add("PassStateEntered", last);
        var third = await reader.ReadNewAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 301).Select(i => (long?)i), first.Select(e => e.Id));
        Assert.Empty(second);
        Assert.Equal(Enumerable.Range(302, 120).Select(i => (long?)i), third.Select(e => e.Id));
        // One page of 1,000 at first, pages of 50 afterwards: none that is new is one, 120 are three.
        await _stepFunctions.Received(5).GetExecutionHistoryAsync(Arg.Any<GetExecutionHistoryRequest>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task States_of_an_execution_that_it_starts_are_reported_too()
    {
        var child = new History();
        child.Add("ExecutionSucceeded", child.Task("VerifyRollback", child.Add("ExecutionStarted", 0)));
        Serve("arn:child", child);
        var parent = new History();
        var entered = parent.Enter("Task", "RollBack", parent.Add("ExecutionStarted", 0));
        var submitted = parent.Add(
            "TaskSubmitted",
            entered,
            e =>
                e.TaskSubmittedEventDetails = new TaskSubmittedEventDetails
                {
                    ResourceType = "states",
                    Output = """{"ExecutionArn":"arn:child"}""",
                }
        );
        var exited = parent.After(5).Exit("Task", "RollBack", parent.Add("TaskSucceeded", submitted));
        parent.Add("ExecutionFailed", parent.Enter("Fail", "ReleaseRolledBack", exited));
        Serve("arn", parent);
        var watcher = new Watcher();

        var timelines = await new ExecutionFollower(_stepFunctions, TimeProvider.System).FollowAsync(
            "arn",
            watcher,
            CancellationToken.None
        );

        Assert.Equal(["arn", "arn:child"], timelines.Select(s => s.ExecutionArn));
        Assert.Equal(["nested VerifyRollback", "RollBack"], watcher.Ends);
    }

    [Fact]
    public async Task A_state_that_an_abort_cut_short_is_reported_as_well()
    {
        var history = new History();
        history.Add("ExecutionAborted", history.Enter("Task", "ShiftTraffic", history.Add("ExecutionStarted", 0)));
        Serve("arn", history);
        var watcher = new Watcher();

        await new ExecutionFollower(_stepFunctions, TimeProvider.System).FollowAsync("arn", watcher, CancellationToken.None);

        Assert.Equal(["ShiftTraffic"], watcher.Ends);
    }

    private void Serve(string executionArn, History history) =>
        _stepFunctions
            .GetExecutionHistoryAsync(Arg.Is<GetExecutionHistoryRequest>(r => r.ExecutionArn == executionArn), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                var request = call.Arg<GetExecutionHistoryRequest>();
                var skip = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
                var rest = history.Events.Reverse().Skip(skip).ToList();
                var size = request.MaxResults!.Value;
                return new GetExecutionHistoryResponse
                {
                    Events = [.. rest.Take(size)],
                    NextToken = rest.Count > size ? $"{skip + size}" : null,
                };
            });

    private sealed class Watcher : IStateWatcher
    {
        public List<string> Ends { get; } = [];

        public void Ended(StateRun state, bool isNested) => Ends.Add(isNested ? $"nested {state.Name}" : state.Name);

        public void Running(IReadOnlyList<StateRun> states)
        {
            // Not asked here.
        }
    }
}
