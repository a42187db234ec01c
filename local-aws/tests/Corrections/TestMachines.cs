using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>State machines for specs. Definitions are JSON; those in <see cref="States"/> are shared.</summary>
internal static class TestMachines
{
    /// <summary>A task that fails at once: there is no such function.</summary>
    public const string FailingTask = """
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lambda:getFunction", "Parameters": { "FunctionName": "nobody" }
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(20);

    public static Task<Answer> CallAsync(AwsClients aws, string operation, object body) =>
        aws.AwsJsonAsync("states", "AWSStepFunctions." + operation, body);

    public static async Task<Answer> TryCreateAsync(AwsClients aws, string definition, string? name = null, object? logging = null) =>
        await CallAsync(
            aws,
            "CreateStateMachine",
            new
            {
                name = name ?? TestFunctions.NewName("m"),
                definition,
                roleArn = await TestFunctions.RoleAsync(aws),
                loggingConfiguration = logging ?? new { level = "OFF" },
            }
        );

    public static async Task<string> CreateAsync(AwsClients aws, string definition, object? logging = null) =>
        (string)(await TryCreateAsync(aws, definition, null, logging)).Json["stateMachineArn"]!;

    /// <summary>A machine of one state, named <c>Only</c>, that ends it.</summary>
    public static Task<string> CreateOneStateAsync(AwsClients aws, string state, string rest = "") =>
        CreateAsync(aws, $$"""{ "StartAt": "Only", {{rest}} "States": { "Only": { {{state}}, "End": true } } }""");

    public static async Task<string> StartAsync(AwsClients aws, string machine, string input = "{}", string? name = null)
    {
        var body = name is null
            ? (object)new { stateMachineArn = machine, input }
            : new
            {
                stateMachineArn = machine,
                input,
                name,
            };
        return (string)(await CallAsync(aws, "StartExecution", body)).Json["executionArn"]!;
    }

    public static async Task<JsonNode> DescribeAsync(AwsClients aws, string execution) =>
        (await CallAsync(aws, "DescribeExecution", new { executionArn = execution })).Json;

    /// <summary>The execution as it is described once it has ended.</summary>
    public static async Task<JsonNode> EndAsync(AwsClients aws, string execution)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var described = await DescribeAsync(aws, execution);
            if ((string?)described["status"] != "RUNNING")
                return described;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "the execution did not end");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public static async Task<JsonNode> RunAsync(AwsClients aws, string machine, string input = "{}") =>
        await EndAsync(aws, await StartAsync(aws, machine, input));

    public static async Task<JsonArray> HistoryAsync(AwsClients aws, string execution) =>
        (await CallAsync(aws, "GetExecutionHistory", new { executionArn = execution, maxResults = 1000 })).Json["events"]!.AsArray();

    /// <summary>Waits until the execution has written an event of this type.</summary>
    public static async Task SeenAsync(AwsClients aws, string execution, string type)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await HistoryAsync(aws, execution)).All(one => (string)one!["type"]! != type))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"no {type}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
