using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class StepFunctionsExecutionCorrections
{
    private const string Pass = """ "Type": "Pass" """;
    private const string Endless = """ "Type": "Wait", "Seconds": 600 """;

    [Correction("A state machine has as many executions as are started, each with a name of its own")]
    public static async Task Several(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Pass);
        var executions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TestMachines.StartAsync(aws, machine)));
        Assert.Distinct(executions);
        foreach (var execution in executions)
            Assert.Equal("SUCCEEDED", (string?)(await TestMachines.EndAsync(aws, execution))["status"]);
    }

    [Correction("The name of an execution is validated")]
    public static async Task Name(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Pass);
        var answer = await TestMachines.CallAsync(aws, "StartExecution", new { stateMachineArn = machine, name = "not allowed: blanks" });
        Assert.Equal((400, "InvalidName"), ((int)answer.Status, answer.Code));
    }

    [Correction("StopExecution ends an execution at once, with stopDate, error and cause, also in the pause before a retry")]
    public static async Task Stop(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            TestMachines.FailingTask + """, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1 }] """
        );
        var execution = await TestMachines.StartAsync(aws, machine);
        await TestMachines.SeenAsync(aws, execution, "TaskFailed");
        var stopped = await TestMachines.CallAsync(
            aws,
            "StopExecution",
            new
            {
                executionArn = execution,
                error = "Drill",
                cause = "on purpose",
            }
        );
        Assert.NotNull(stopped.Json["stopDate"]);
        var described = await TestMachines.DescribeAsync(aws, execution);
        Assert.Equal(
            ("ABORTED", "Drill", "on purpose"),
            ((string?)described["status"], (string?)described["error"], (string?)described["cause"])
        );
    }

    [Correction("Nothing moves in an execution after its end")]
    public static async Task Still(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            TestMachines.FailingTask + """, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1 }] """
        );
        var execution = await TestMachines.StartAsync(aws, machine);
        await TestMachines.SeenAsync(aws, execution, "TaskFailed");
        await TestMachines.CallAsync(aws, "StopExecution", new { executionArn = execution });
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        var history = await TestMachines.HistoryAsync(aws, execution);
        Assert.Equal("ExecutionAborted", (string?)history[^1]!["type"]);
        Assert.Single(history, one => (string)one!["type"]! == "TaskFailed");
    }

    [Correction("An execution that timed out has a stopDate")]
    public static async Task Timed_out(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Endless, """ "TimeoutSeconds": 1, """);
        var described = await TestMachines.RunAsync(aws, machine);
        Assert.Equal("TIMED_OUT", (string?)described["status"]);
        Assert.NotNull(described["stopDate"]);
    }

    [Correction("GetExecutionHistory has pages, a direction, and leaves data out when asked to")]
    public static async Task History(AwsClients aws)
    {
        var execution = await TestMachines.StartAsync(aws, await TestMachines.CreateOneStateAsync(aws, Pass));
        await TestMachines.EndAsync(aws, execution);
        var first = (await TestMachines.CallAsync(aws, "GetExecutionHistory", new { executionArn = execution, maxResults = 3 })).Json;
        var token = (string?)first["nextToken"];
        var rest = (
            await TestMachines.CallAsync(
                aws,
                "GetExecutionHistory",
                new
                {
                    executionArn = execution,
                    maxResults = 3,
                    nextToken = token,
                }
            )
        ).Json;
        Assert.Equal(["PassStateExited"], first["events"]!.AsArray().Skip(2).Select(Type));
        Assert.Equal(["ExecutionSucceeded"], rest["events"]!.AsArray().Select(Type));
        var reversed = await TestMachines.CallAsync(
            aws,
            "GetExecutionHistory",
            new
            {
                executionArn = execution,
                reverseOrder = true,
                includeExecutionData = false,
            }
        );
        Assert.Equal("ExecutionSucceeded", Type(reversed.Json["events"]![0]));
        Assert.DoesNotContain("\"output\"", reversed.Text, StringComparison.Ordinal);
    }

    [Correction("The start time in the context object is a string")]
    public static async Task Start_time(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            """ "Type": "Pass", "Parameters": { "at.$": "$$.Execution.StartTime" } """
        );
        var described = await TestMachines.RunAsync(aws, machine);
        Assert.EndsWith("Z", (string)JsonNode.Parse((string)described["output"]!)!["at"]!, StringComparison.Ordinal);
    }

    [Correction("Every change of an execution's status is an event on the default bus")]
    public static async Task Events(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, """ "Type": "Pass", "Result": 7 """);
        var queue = await TestQueues.CreateAsync(aws);
        await TestQueues.RouteAsync(aws, queue, $$"""{ "source": ["aws.states"], "detail": { "stateMachineArn": ["{{machine}}"] } }""");
        var execution = await TestMachines.StartAsync(aws, machine, """{"a":1}""");
        var events = await TestQueues.ReceiveAsync(aws, queue, 2);
        Assert.Equal(["RUNNING", "SUCCEEDED"], events.Select(one => (string?)one["detail"]!["status"]));
        var last = events[1];
        Assert.Equal("Step Functions Execution Status Change", (string?)last["detail-type"]);
        Assert.Equal([execution], last["resources"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(("""{"a":1}""", "7"), ((string?)last["detail"]!["input"], (string?)last["detail"]!["output"]));
    }

    [Correction("However an execution ends, it is an event: stopped, timed out, failed")]
    public static async Task Deaths(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Endless);
        var timing = await TestMachines.CreateOneStateAsync(aws, Endless, """ "TimeoutSeconds": 1, """);
        var failing = await TestMachines.CreateOneStateAsync(aws, TestMachines.FailingTask);
        var queue = await TestQueues.CreateAsync(aws);
        await TestQueues.RouteAsync(
            aws,
            queue,
            $$"""{ "source": ["aws.states"], "detail": { "stateMachineArn": ["{{machine}}", "{{timing}}", "{{failing}}"], "status": ["ABORTED", "TIMED_OUT", "FAILED"] } }"""
        );
        var execution = await TestMachines.StartAsync(aws, machine);
        await TestMachines.CallAsync(aws, "StopExecution", new { executionArn = execution });
        await TestMachines.RunAsync(aws, timing);
        await TestMachines.RunAsync(aws, failing);
        var events = await TestQueues.ReceiveAsync(aws, queue, 3);
        Assert.Equal(["ABORTED", "FAILED", "TIMED_OUT"], events.Select(one => (string?)one["detail"]!["status"]).Order());
    }

    [Correction("An execution counts in the AWS/States metrics")]
    public static async Task Metrics(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Pass);
        await TestMachines.RunAsync(aws, machine);
        var named = new
        {
            Namespace = "AWS/States",
            MetricName = "ExecutionsSucceeded",
            Dimensions = new[] { new { Name = "StateMachineArn", Value = machine } },
        };
        await TestMetrics.ListedAsync(aws, named);
    }

    [Correction("Events of an execution are written to the log group of its state machine")]
    public static async Task Logs(AwsClients aws)
    {
        var group = "/aws/vendedlogs/" + TestFunctions.NewName("g");
        await aws.AwsJsonAsync("logs", "Logs_20140328.CreateLogGroup", new { logGroupName = group });
        var arn = $"arn:aws:logs:us-west-2:123456789012:log-group:{group}:*";
        var logging = new
        {
            level = "ALL",
            includeExecutionData = true,
            destinations = new[] { new { cloudWatchLogsLogGroup = new { logGroupArn = arn } } },
        };
        var machine = await TestMachines.CreateAsync(aws, """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", logging);
        var execution = await TestMachines.StartAsync(aws, machine);
        await TestMachines.EndAsync(aws, execution);
        var logged = await aws.AwsJsonAsync("logs", "Logs_20140328.FilterLogEvents", new { logGroupName = group });
        var types = logged.Json["events"]!.AsArray().Select(one => (string?)JsonNode.Parse((string)one!["message"]!)!["type"]);
        Assert.Equal(["ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"], types);
    }

    [Correction("An execution can be ended at the entry of a state, so that a test sees what its death leaves behind")]
    public static async Task Abort_at(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(aws, Endless);
        await aws.LocalAsync(
            HttpMethod.Post,
            "abort-at",
            new
            {
                StateMachine = machine,
                State = "Only",
                Status = "TIMED_OUT",
            }
        );
        Assert.Equal("TIMED_OUT", (string?)(await TestMachines.RunAsync(aws, machine))["status"]);
    }

    private static string Type(JsonNode? one) => (string)one!["type"]!;
}
