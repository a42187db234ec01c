using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Cli.Tests.Executions;

public sealed class ExecutionTimelineTests
{
    [Fact]
    public void A_task_has_its_time_and_its_retries()
    {
        var history = new History();
        history.Task("PublishVersion", history.Add("ExecutionStarted", 0), failures: 2);

        var state = Assert.Single(history.ToTimeline().States);

        Assert.Equal(("PublishVersion", 3.0, 2), (state.Name, state.Duration!.Value.TotalSeconds, state.Retries));
        Assert.Null(state.Error);
    }

    [Fact]
    public void A_task_whose_error_is_caught_ends_with_that_error()
    {
        var history = new History();
        history.Enter("Pass", "Catch", history.Task("SmokeTest", history.Add("ExecutionStarted", 0), failures: 1, succeeds: false));

        Assert.Equal("SmokeTestFailedException", history.ToTimeline().States[0].Error);
    }

    [Fact]
    public void A_map_counts_its_items_and_what_runs_inside_is_not_at_the_top()
    {
        var history = new History();
        var started = history.StartMap("UpdateFunctions", 2, history.Add("ExecutionStarted", 0));
        var first = history.Task(
            "UpdateCode",
            history.Task("UpdateConfiguration", history.Iteration("Started", "UpdateFunctions", 0, started), failures: 1)
        );
        var second = history.Task("UpdateCode", history.Iteration("Started", "UpdateFunctions", 1, started));
        history.Iteration("Succeeded", "UpdateFunctions", 0, first);
        var last = history.Iteration("Succeeded", "UpdateFunctions", 1, second);
        history.Add("MapStateSucceeded", last);
        history.Task("ShiftTraffic", history.Exit("Map", "UpdateFunctions", last));

        var states = history.ToTimeline().States;
        var map = states[0];

        Assert.Equal((2, 2, 0, 1), (map.Items, map.ItemsDone, map.ItemsFailed, map.Retries));
        Assert.Equal(["UpdateFunctions", "ShiftTraffic"], states.Where(s => s.Parent is null).Select(s => s.Name));
        Assert.Equal(3, states.Count(s => s.Parent == map));
        Assert.NotNull(map.Exited);
    }

    [Fact]
    public void A_map_that_fails_says_which_error_it_was()
    {
        var history = new History();
        var started = history.StartMap("SmokeTestFunctions", 2, history.Add("ExecutionStarted", 0));
        var inside = history.Task(
            "SmokeTest",
            history.Iteration("Started", "SmokeTestFunctions", 0, started),
            failures: 1,
            succeeds: false
        );
        history.Iteration("Failed", "SmokeTestFunctions", 0, inside);
        history.Enter("Task", "RollBack", history.Exit("Map", "SmokeTestFunctions", history.Add("MapStateFailed", inside)));

        var states = history.ToTimeline().States;

        Assert.Equal((1, "SmokeTestFailedException"), (states[0].ItemsFailed, states[0].Error));
        Assert.NotNull(states[0].Exited);
        Assert.Null(states.Single(s => s.Name == "RollBack").Parent);
    }

    [Fact]
    public void A_map_that_fails_names_its_failed_items_and_counts_those_that_were_only_stopped_apart()
    {
        var history = new History();
        var started = history.StartMap("SmokeTestFunctions", 3, history.Add("ExecutionStarted", 0));
        var orders = Fails("orders", history.Iteration("Started", "SmokeTestFunctions", 0, started));
        var stock = Fails("stock", history.Iteration("Started", "SmokeTestFunctions", 1, started));
        var other = history.Iteration("Started", "SmokeTestFunctions", 2, started);
        history.Iteration("Failed", "SmokeTestFunctions", 0, orders);
        history.Iteration("Failed", "SmokeTestFunctions", 1, stock);
        history.Iteration("Aborted", "SmokeTestFunctions", 2, other);

        var map = history.ToTimeline().States[0];

        Assert.Equal((2, 1), (map.ItemsFailed, map.ItemsStopped));
        Assert.Equal(["orders", "stock"], map.FailedItems);

        long Fails(string item, long iteration) =>
            history.Add(
                "LambdaFunctionFailed",
                history.Add(
                    "TaskStateEntered",
                    iteration,
                    e =>
                        e.StateEnteredEventDetails = new StateEnteredEventDetails
                        {
                            Name = "SmokeTest",
                            Input = $$"""{"name":"{{item}}"}""",
                        }
                )
            );
    }

    [Fact]
    public void A_map_inside_a_map_is_reported_from_the_outer_one()
    {
        var history = new History();
        var outer = history.StartMap("RevertPhases", 1, history.Add("ExecutionStarted", 0));
        var inner = history.StartMap("RevertChanges", 1, history.Iteration("Started", "RevertPhases", 0, outer));
        var item = history.Iteration(
            "Succeeded",
            "RevertChanges",
            0,
            history.Task("RevertChange", history.Iteration("Started", "RevertChanges", 0, inner))
        );
        history.Add("MapStateSucceeded", item);
        var exited = history.Exit("Map", "RevertChanges", item);
        var end = history.Iteration("Succeeded", "RevertPhases", 0, exited);
        history.Add("MapStateSucceeded", end);
        history.Task("VerifyRollback", history.Exit("Map", "RevertPhases", end));

        var states = history.ToTimeline().States;

        Assert.All(states.Take(2), map => Assert.Equal((1, 1), (map.Items, map.ItemsDone)));
        Assert.Equal(["RevertPhases", "VerifyRollback"], states.Where(s => s.Parent is null).Select(s => s.Name));
    }

    [Fact]
    public void Messages_count_only_once_they_are_sent()
    {
        var history = new History();
        var entered = history.Enter("Task", "NotifySuccess", history.Add("ExecutionStarted", 0));
        var scheduled = history.Add(
            "TaskScheduled",
            entered,
            e =>
                e.TaskScheduledEventDetails = new TaskScheduledEventDetails
                {
                    ResourceType = "sns",
                    Parameters = """{"TopicArn":"t","Subject":"Released","Message":"All is well"}""",
                }
        );
        Assert.Empty(history.ToTimeline().Messages);
        history.Add("TaskSucceeded", scheduled);

        var message = Assert.Single(history.ToTimeline().Messages);

        Assert.Equal(("t", "Released", "All is well"), (message.TopicArn, message.Subject, message.Text));
    }

    [Fact]
    public void An_execution_that_it_starts_is_named()
    {
        var history = new History();
        var entered = history.Enter("Task", "RollBack", history.Add("ExecutionStarted", 0));
        history.Add(
            "TaskSubmitted",
            history.Add("TaskScheduled", entered),
            e =>
                e.TaskSubmittedEventDetails = new TaskSubmittedEventDetails
                {
                    ResourceType = "states",
                    Output = """{"ExecutionArn":"arn:child"}""",
                }
        );

        var nested = Assert.Single(history.ToTimeline().Nested);

        Assert.Equal(("arn:child", "RollBack"), (nested.ExecutionArn, nested.By.Name));
    }

    [Theory]
    [InlineData("ExecutionSucceeded")]
    [InlineData("ExecutionFailed")]
    [InlineData("ExecutionAborted")]
    [InlineData("ExecutionTimedOut")]
    public void Every_end_is_an_end(string type)
    {
        var history = new History();
        var started = history.Add("ExecutionStarted", 0);
        Assert.False(history.ToTimeline().HasEnded);
        history.Add(type, started);

        Assert.True(history.ToTimeline().HasEnded);
    }
}
