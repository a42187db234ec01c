using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class AsyncInvocationSpecs
{
    private const string Queue = "arn:aws:sqs:us-west-2:123456789012:failed";
    private const string AlwaysFails =
        "def handler(event, context):\n    print('attempt', context.aws_request_id)\n    raise ValueError('no')";

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_failing_event_is_tried_three_times_and_then_goes_to_the_dead_letter_queue()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.AddPython(AlwaysFails, f => f with { DeadLetterArn = Queue });

        var requestId = await bench.EnqueueAsync("""{"order":1}""");
        await bench.Plane.FlushAsync();

        var logged = string.Concat(bench.Launcher.Made("Logs_20140328.PutLogEvents").Select(put => put.ToJsonString()));
        Assert.Equal(3, logged.Split("attempt " + requestId).Length - 1);
        var message = bench.Launcher.Made("AmazonSQS.SendMessage").Single();
        Assert.Equal("https://sqs.us-west-2.amazonaws.com/123456789012/failed", (string?)message["QueueUrl"]);
        Assert.Equal("""{"order":1}""", (string?)message["MessageBody"]);
        Assert.Equal(requestId, (string?)message["MessageAttributes"]!["RequestID"]!["StringValue"]);
        Assert.Contains("ValueError", (string?)message["MessageAttributes"]!["ErrorMessage"]!["StringValue"], StringComparison.Ordinal);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_configured_destination_gets_the_record_of_the_failure()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Launcher.EventInvokeConfig = new JsonObject
        {
            ["MaximumRetryAttempts"] = 0,
            ["DestinationConfig"] = new JsonObject { ["OnFailure"] = new JsonObject { ["Destination"] = Queue } },
        };
        bench.AddPython(AlwaysFails);

        await bench.EnqueueAsync("""{"order":1}""");
        await bench.Plane.FlushAsync();

        var record = JsonNode.Parse((string)bench.Launcher.Made("AmazonSQS.SendMessage").Single()["MessageBody"]!)!;
        Assert.Equal("RetriesExhausted", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(1, (int)record["requestContext"]!["approximateInvokeCount"]!);
        Assert.Equal(1, (int)record["requestPayload"]!["order"]!);
        Assert.Equal("ValueError", (string?)record["responsePayload"]!["errorType"]);
        Assert.Equal("Unhandled", (string?)record["responseContext"]!["functionError"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task A_throttled_event_is_given_up_when_it_is_too_old()
    {
        await using var bench = await LambdaBench.StartAsync(o => o with { MaximumEventAge = TimeSpan.FromMilliseconds(100) });
        bench.AddPython(AlwaysFails, f => f with { ReservedConcurrency = 0, DeadLetterArn = Queue });

        await bench.EnqueueAsync();
        await bench.Plane.FlushAsync();

        var message = bench.Launcher.Made("AmazonSQS.SendMessage").Single();
        Assert.Equal("429", (string?)message["MessageAttributes"]!["ErrorCode"]!["StringValue"]);
    }

    [Fact(Timeout = LambdaBench.Deadline)]
    public async Task An_event_for_no_function_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();

        var refused = await Assert.ThrowsAsync<LambdaServiceException>(() => bench.EnqueueAsync());

        Assert.Equal((404, "ResourceNotFoundException"), (refused.StatusCode, refused.ErrorType));
    }
}
