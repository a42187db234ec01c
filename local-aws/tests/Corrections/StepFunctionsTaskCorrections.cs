using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class StepFunctionsTaskCorrections
{
    private const string Child = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "done": true }, "End": true } } }""";
    private const string EndlessChild = """{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 600, "End": true } } }""";

    [Correction("A nested execution answers with its output: parsed for .sync:2, text for .sync")]
    public static async Task Nested(AwsClients aws)
    {
        var child = await TestMachines.CreateAsync(aws, Child);
        var parsed = await OutputAsync(aws, Start(child, ".sync:2"));
        Assert.Equal(("SUCCEEDED", true), ((string?)parsed["Status"], (bool)parsed["Output"]!["done"]!));
        Assert.Equal("""{"done":true}""", (string?)(await OutputAsync(aws, Start(child, ".sync")))["Output"]);
    }

    [Correction("The failure of a nested execution is States.TaskFailed with the child's description as cause")]
    public static async Task Nested_failure(AwsClients aws)
    {
        var child = await TestMachines.CreateAsync(aws, """{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Broken" } } }""");
        var described = await TestMachines.RunAsync(aws, await TestMachines.CreateOneStateAsync(aws, Start(child, ".sync:2")));
        Assert.Equal("States.TaskFailed", (string?)described["error"]);
        Assert.Equal("Broken", (string?)JsonNode.Parse((string)described["cause"]!)!["Error"]);
    }

    [Correction("Stopping a parent stops the nested execution that it waits for")]
    public static async Task Nested_stop(AwsClients aws)
    {
        var child = await TestMachines.CreateAsync(aws, EndlessChild);
        var parent = await TestMachines.StartAsync(aws, await TestMachines.CreateOneStateAsync(aws, Start(child, ".sync:2")));
        await TestMachines.SeenAsync(aws, parent, "TaskSubmitted");
        await TestMachines.CallAsync(aws, "StopExecution", new { executionArn = parent });
        var listed = await TestMachines.CallAsync(aws, "ListExecutions", new { stateMachineArn = child });
        var ended = await TestMachines.EndAsync(aws, (string)listed.Json["executions"]![0]!["executionArn"]!);
        Assert.Equal("ABORTED", (string?)ended["status"]);
    }

    [Correction("Errors of SDK integrations begin with the service's name as AWS spells it")]
    public static async Task Sdk_error(AwsClients aws)
    {
        var described = await TestMachines.RunAsync(aws, await TestMachines.CreateOneStateAsync(aws, TestMachines.FailingTask));
        Assert.Equal("Lambda.ResourceNotFoundException", (string?)described["error"]);
    }

    [Correction("Errors of a task whose resource is a function are Lambda's")]
    public static async Task Function_error(AwsClients aws)
    {
        var described = await TestMachines.RunAsync(
            aws,
            await TestMachines.CreateOneStateAsync(
                aws,
                """
                "Type": "Task", "Resource": "arn:aws:lambda:us-west-2:123456789012:function:nobody"
                """
            )
        );
        Assert.Equal("Lambda.ResourceNotFoundException", (string?)described["error"]);
    }

    [Correction("Parameters and results of SDK integrations are PascalCase, with timestamps as strings")]
    public static async Task Sdk_spelling(AwsClients aws)
    {
        var described = await OutputAsync(
            aws,
            """
            "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listStateMachines", "Parameters": { "MaxResults": 1 }
            """
        );
        Assert.EndsWith("Z", (string)described["StateMachines"]![0]!["CreationDate"]!, StringComparison.Ordinal);
    }

    [Correction("States.ALL does not catch States.Runtime")]
    public static async Task Runtime(AwsClients aws)
    {
        var machine = await TestMachines.CreateAsync(
            aws,
            """
            { "StartAt": "A", "States": {
              "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "InputPath": "$.missing", "End": true } } }],
                     "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Caught" }], "End": true },
              "Caught": { "Type": "Succeed" } } }
            """
        );
        var described = await TestMachines.RunAsync(aws, machine);
        Assert.Equal(("FAILED", "States.Runtime"), ((string?)described["status"], (string?)described["error"]));
    }

    [Correction("A Choice without a match is States.NoChoiceMatched")]
    public static async Task No_choice(AwsClients aws)
    {
        var machine = await TestMachines.CreateAsync(
            aws,
            """
            { "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "S" }] }, "S": { "Type": "Succeed" } } }
            """
        );
        Assert.Equal("States.NoChoiceMatched", (string?)(await TestMachines.RunAsync(aws, machine))["error"]);
    }

    [Correction("A missed heartbeat is States.HeartbeatTimeout")]
    public static async Task Heartbeat(AwsClients aws)
    {
        var described = await TestMachines.RunAsync(
            aws,
            await TestMachines.CreateOneStateAsync(aws, await CallbackAsync(aws, """ "HeartbeatSeconds": 1 """))
        );
        Assert.Equal("States.HeartbeatTimeout", (string?)described["error"]);
    }

    [Correction("A Map fails with the error of its item, also when that is a timeout")]
    public static async Task Map_error(AwsClients aws)
    {
        var item = await CallbackAsync(aws, """ "TimeoutSeconds": 1 """);
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            $$"""
            "Type": "Map", "ItemProcessor": { "StartAt": "Item", "States": { "Item": { {{item}}, "End": true } } }
            """
        );
        Assert.Equal("States.Timeout", (string?)(await TestMachines.RunAsync(aws, machine, "[1]"))["error"]);
    }

    [Correction("A Map may have a thousand items, one after the other")]
    public static async Task Many_items(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            """
            "Type": "Map", "MaxConcurrency": 1, "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Pass", "End": true } } }
            """
        );
        var described = await TestMachines.RunAsync(aws, machine, "[" + string.Join(',', Enumerable.Range(0, 1000)) + "]");
        Assert.Equal(1000, JsonNode.Parse((string)described["output"]!)!.AsArray().Count);
    }

    [Correction("A distributed Map fails when more items fail than are tolerated")]
    public static async Task Tolerance(AwsClients aws)
    {
        var machine = await TestMachines.CreateOneStateAsync(
            aws,
            """
            "Type": "Map", "ToleratedFailurePercentage": 10, "ItemProcessor": {
              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
              "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Broken" } } }
            """
        );
        Assert.Equal("States.ExceedToleratedFailureThreshold", (string?)(await TestMachines.RunAsync(aws, machine, "[1, 2]"))["error"]);
    }

    private static string Start(string child, string pattern) =>
        $$"""
            "Type": "Task", "Resource": "arn:aws:states:::states:startExecution{{pattern}}", "Parameters": { "StateMachineArn": "{{child}}", "Input": {} }
            """;

    private static async Task<JsonNode> OutputAsync(AwsClients aws, string state) =>
        JsonNode.Parse((string)(await TestMachines.RunAsync(aws, await TestMachines.CreateOneStateAsync(aws, state)))["output"]!)!;

    private static async Task<string> CallbackAsync(AwsClients aws, string limit)
    {
        var queue = await TestQueues.CreateAsync(aws);
        return $$"""
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", {{limit}},
            "Parameters": { "QueueUrl": "{{queue.Url}}", "MessageBody.$": "$$.Task.Token" }
            """;
    }
}
