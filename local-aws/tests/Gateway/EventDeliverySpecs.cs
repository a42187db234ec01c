using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed class EventDeliverySpecs : IAsyncLifetime
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:f:live";
    private const string StateMachine = "arn:aws:states:us-west-2:123456789012:stateMachine:m";
    private const string Queue = "arn:aws:sqs:us-west-2:123456789012:dlq";
    private const string Role = "arn:aws:iam::123456789012:role/rules";
    private const string Rule = "arn:aws:events:us-west-2:123456789012:rule/r";
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_function_gets_the_input_as_an_asynchronous_invocation()
    {
        var delivery = await DeliverAsync(Function);
        Assert.Equal((EventDelivery.Delivered, 1), (delivery.Status, delivery.Attempts));
        var call = Assert.Single(_gateway.Lambda.Enqueued);
        Assert.Equal((Function, """{"n":1}"""), (call.Function, Encoding.UTF8.GetString(call.Payload.Span)));
    }

    [Fact]
    public async Task A_state_machine_is_started_with_the_input()
    {
        await DeliverAsync(StateMachine);
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("AWSStepFunctions.StartExecution", received.Target);
        Assert.Equal((StateMachine, """{"n":1}"""), ((string?)received.Json["stateMachineArn"], (string?)received.Json["input"]));
    }

    [Fact]
    public async Task A_topic_gets_the_input_as_message()
    {
        await DeliverAsync("arn:aws:sns:us-west-2:123456789012:t");
        Assert.Contains(
            "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-west-2%3A123456789012%3At&Message=%7B%22n%22%3A1%7D",
            Assert.Single(_gateway.Moto.Received).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_target_that_fails_for_a_while_is_tried_again()
    {
        var attempts = 0;
        _gateway.Lambda.BeforeAccepting = _ =>
        {
            if (++attempts < 3)
                throw new LambdaServiceException(429, "TooManyRequestsException", "Rate exceeded");
        };
        var delivery = await DeliverAsync(Function);
        Assert.Equal((EventDelivery.Delivered, 3), (delivery.Status, delivery.Attempts));
    }

    [Fact]
    public async Task When_the_retries_are_spent_the_event_goes_to_the_dead_letter_queue()
    {
        _gateway.Lambda.BeforeAccepting = _ => throw new LambdaServiceException(500, "ServiceException", "broken");
        var delivery = await DeliverAsync(Function, retries: 1, Queue);
        Assert.Equal((EventDelivery.DeadLettered, 2), (delivery.Status, delivery.Attempts));
        var letter = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("AmazonSQS.SendMessage", letter.Target);
        Assert.EndsWith("/123456789012/dlq", (string?)letter.Json["QueueUrl"], StringComparison.Ordinal);
        Assert.Equal("""{"n":1}""", (string?)letter.Json["MessageBody"]);
        Assert.Equal(Rule, Attribute(letter, "RULE_ARN"));
        Assert.Equal(Function, Attribute(letter, "TARGET_ARN"));
        Assert.Equal("INTERNAL_ERROR", Attribute(letter, "ERROR_CODE"));
        Assert.Equal("broken", Attribute(letter, "ERROR_MESSAGE"));
        Assert.Equal("MaximumRetryAttempts", Attribute(letter, "EXHAUSTED_RETRY_CONDITION"));
        Assert.Equal("1", Attribute(letter, "RETRY_ATTEMPTS"));
    }

    [Fact]
    public async Task A_missing_target_goes_to_the_dead_letter_queue_at_once()
    {
        _gateway.Moto.Answer = (received, context) =>
        {
            context.Response.StatusCode = received.Target == "AWSStepFunctions.StartExecution" ? 400 : 200;
            return context
                .Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes("""{"__type":"StateMachineDoesNotExist","message":"gone"}"""))
                .AsTask();
        };
        var delivery = await DeliverAsync(StateMachine, retries: 10, Queue);
        Assert.Equal((EventDelivery.DeadLettered, 1), (delivery.Status, delivery.Attempts));
        var letter = _gateway.Moto.Received.Last();
        Assert.Equal("NO_RESOURCE", Attribute(letter, "ERROR_CODE"));
        Assert.Null(letter.Json["MessageAttributes"]!["EXHAUSTED_RETRY_CONDITION"]);
    }

    [Fact]
    public async Task Without_a_dead_letter_queue_the_event_is_lost_and_says_why()
    {
        _gateway.Lambda.BeforeAccepting = _ => throw new LambdaServiceException(404, "ResourceNotFoundException", "Function not found: f");
        var delivery = await DeliverAsync(Function);
        Assert.Equal((EventDelivery.Lost, "Function not found: f"), (delivery.Status, delivery.Error));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_an_event_that_keeps_failing()
    {
        _gateway.Lambda.BeforeAccepting = _ => throw new LambdaServiceException(500, "ServiceException", "broken");
        await PostAsync(Function, 185, null);
        await _gateway.Parts.Deliveries.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(EventDelivery.Lost, Assert.Single(_gateway.Parts.Deliveries.Snapshot()).Status);
    }

    private static string? Attribute(ReceivedRequest letter, string name) =>
        (string?)letter.Json["MessageAttributes"]![name]!["StringValue"];

    private async Task<EventDelivery> DeliverAsync(string targetArn, int retries = 2, string? queueArn = null)
    {
        await PostAsync(targetArn, retries, queueArn);
        await _gateway.Parts.Deliveries.FlushAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
        var listed = await _gateway.Http.GetFromJsonAsync<EventDelivery[]>(new Uri("/_local/deliveries", UriKind.Relative));
        return Assert.Single(listed!);
    }

    private async Task PostAsync(string targetArn, int retries, string? queueArn)
    {
        var target = new JsonObject
        {
            ["Id"] = "t",
            ["Arn"] = targetArn,
            ["RoleArn"] = Role,
            ["RetryPolicy"] = new JsonObject { ["MaximumRetryAttempts"] = retries },
        };
        if (queueArn is not null)
            target["DeadLetterConfig"] = new JsonObject { ["Arn"] = queueArn };
        var message = new JsonObject
        {
            ["RuleArn"] = Rule,
            ["Target"] = target,
            ["Event"] = new JsonObject(),
            ["Input"] = """{"n":1}""",
        };
        using var response = await _gateway.Http.PostAsJsonAsync(new Uri("/_local/event-target", UriKind.Relative), message);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
    }
}
