using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>Gateway, launcher and sandboxes together: what crosses from one service to another.</summary>
public sealed class WholeSystemSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>, IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/executor";
    private const string Count = """
        import boto3, os
        def handler(event, context):
            boto3.client("dynamodb").update_item(
                TableName=event["table"], Key={"pk": {"S": event["pk"]}}, UpdateExpression="ADD n :one", ExpressionAttributeValues={":one": {"N": "1"}})
            return {"pk": event["pk"]}
        """;

    private readonly AwsClients _aws = AwsClients.Of(fixture.Host);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_function_calls_AWS_and_its_calls_are_known_as_its_own()
    {
        var (function, table) = await CounterAsync();
        using var answer = (await _aws.Lambda.InvokeAsync(new() { FunctionName = function, Payload = Event(table, "a") })).Payload;
        using var reader = new StreamReader(answer);
        Assert.Equal("""{"pk": "a"}""", await reader.ReadToEndAsync());
        Assert.Equal(1, await ReadAsync(table, "a"));
        Assert.Contains(fixture.Host.Calls.Snapshot(), call => call.Operation == "UpdateItem" && call.Caller == function);
    }

    [Fact]
    public async Task Twenty_executions_at_once_do_all_they_should()
    {
        var (function, table) = await CounterAsync();
        var queue = await QueueOfTopicAsync(out var topic);
        var machine = await MachineAsync(
            $$"""
            {"StartAt":"Count","States":{
              "Count":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"{{function}}","Payload.$":"$"},"ResultPath":null,"Next":"Put"},
              "Put":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Parameters":{"TableName":"{{table}}","Item":{"pk":{"S.$":"$.id"} } },"ResultPath":null,"Next":"Notify"},
              "Notify":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":"{{topic}}","Message.$":"$.id"},"ResultPath":null,"End":true} } }
            """
        );
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => RunAsync(machine, $$"""{"table":"{{table}}","pk":"sum","id":"{{i}}"}"""))
        );
        Assert.All(ends, end => Assert.Equal("SUCCEEDED", end));
        Assert.Equal(20, await ReadAsync(table, "sum"));
        Assert.Equal(21, (await _aws.DynamoDb.ScanAsync(new ScanRequest(table))).Items.Count);
        Assert.Equal("20", await MessagesAsync(queue));
    }

    [Fact]
    public async Task Clients_in_parallel_lose_nothing()
    {
        var (function, table) = await CounterAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async client =>
                {
                    using var aws = AwsClients.Of(fixture.Host);
                    for (var i = 0; i < 5; i++)
                    {
                        await aws.Lambda.InvokeAsync(new() { FunctionName = function, Payload = Event(table, "all") });
                        await aws.Lambda.TagResourceAsync(
                            new()
                            {
                                Resource = "arn:aws:lambda:us-west-2:123456789012:function:" + function,
                                Tags = new() { [$"client{client}"] = $"{i}" },
                            }
                        );
                    }
                })
        );
        Assert.Equal(40, await ReadAsync(table, "all"));
        var tags = (
            await _aws.Lambda.ListTagsAsync(new() { Resource = "arn:aws:lambda:us-west-2:123456789012:function:" + function })
        ).Tags;
        Assert.All(Enumerable.Range(0, 8), client => Assert.Equal("4", tags[$"client{client}"]));
    }

    [Fact]
    public async Task An_event_reaches_functions_and_what_cannot_take_it_reaches_the_dead_letter_queue()
    {
        var (function, table) = await CounterAsync();
        var queue = await CreateQueueAsync();
        var source = LocalAwsFixture.NewName("app");
        await _aws.Lambda.AddPermissionAsync(
            new()
            {
                FunctionName = function,
                StatementId = "rule",
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
            }
        );
        await _aws.AwsJsonAsync("events", "AWSEvents.PutRule", new { Name = source, EventPattern = $$"""{"source":["{{source}}"]}""" });
        await _aws.AwsJsonAsync(
            "events",
            "AWSEvents.PutTargets",
            new
            {
                Rule = source,
                Targets = new object[]
                {
                    new
                    {
                        Id = "counts",
                        Arn = Arn(function),
                        InputPath = "$.detail",
                    },
                    new
                    {
                        Id = "missing",
                        Arn = Arn("no-such-function"),
                        DeadLetterConfig = new { Arn = "arn:aws:sqs:us-west-2:123456789012:" + queue },
                    },
                },
            }
        );
        await _aws.AwsJsonAsync(
            "events",
            "AWSEvents.PutEvents",
            new
            {
                Entries = new[]
                {
                    new
                    {
                        Source = source,
                        DetailType = "D",
                        Detail = $$"""{"table":"{{table}}","pk":"event"}""",
                    },
                },
            }
        );
        await Eventually.TrueAsync(() =>
            fixture.Host.Deliveries.Count(delivery =>
                delivery.RuleArn.EndsWith(source, StringComparison.Ordinal) && delivery.Status != EventDelivery.Pending
            ) == 2
        );
        await fixture.Host.FlushAsync();
        Assert.Equal(1, await ReadAsync(table, "event"));
        Assert.Equal("1", await MessagesAsync(queue));
    }

    [Fact]
    public async Task A_deployed_API_calls_its_function()
    {
        var function = await FunctionAsync(
            """
            def handler(event, context):
                return {"statusCode": 202, "headers": {"X-Version": context.function_version}, "body": event["httpMethod"] + " " + event["body"]}
            """
        );
        var api = await DeployedApiAsync(function);
        await _aws.Lambda.AddPermissionAsync(
            new()
            {
                FunctionName = function,
                StatementId = "api",
                Action = "lambda:InvokeFunction",
                Principal = "apigateway.amazonaws.com",
            }
        );
        using var http = new HttpClient { BaseAddress = fixture.Host.Endpoint };
        using var answer = await http.PostAsync(
            new Uri($"/restapis/{api}/prod/_user_request_/", UriKind.Relative),
            new StringContent("hello")
        );
        Assert.Equal((202, "POST hello"), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("$LATEST", answer.Headers.GetValues("X-Version").Single());
    }

    [Fact]
    public async Task An_execution_can_be_aborted_at_a_state_and_a_schedule_fired()
    {
        var machine = await MachineAsync(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Wait","Seconds":60,"End":true} } }"""
        );
        var name = machine.Split(':')[^1];
        await fixture.Host.AbortAtAsync(name, "B", "TIMED_OUT");
        Assert.StartsWith("TIMED_OUT", await RunAsync(machine, "{}"), StringComparison.Ordinal);
        await fixture.Host.ClearAbortsAsync();

        await _aws.JsonAsync(
            "scheduler",
            HttpMethod.Post,
            "/schedules/" + name,
            new
            {
                ScheduleExpression = "rate(1 day)",
                FlexibleTimeWindow = new { Mode = "OFF" },
                Target = new
                {
                    Arn = machine,
                    RoleArn = Role,
                    Input = "{}",
                },
            }
        );
        await fixture.Host.FireScheduleAsync(name);
        await fixture.Host.FlushAsync();
        var runs = await _aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine });
        Assert.Equal(2, runs.Executions.Count);
        await Assert.ThrowsAsync<Control.LauncherException>(() => fixture.Host.FireScheduleAsync("no-such-schedule"));
    }

    private static string Arn(string function) => "arn:aws:lambda:us-west-2:123456789012:function:" + function;

    private static string Event(string table, string pk) => $$"""{"table":"{{table}}","pk":"{{pk}}"}""";

    private Task<string> FunctionAsync(string code) =>
        TestFunctions.CreateAsync(_aws, request => (request.Code.ZipFile, request.Timeout) = (TestFunctions.Zip(code), 30));

    private async Task<(string Function, string Table)> CounterAsync()
    {
        var table = LocalAwsFixture.NewName("table");
        await _aws.DynamoDb.CreateTableAsync(
            new CreateTableRequest(table, [new KeySchemaElement("pk", "HASH")], [new AttributeDefinition("pk", "S")], null)
            {
                BillingMode = "PAY_PER_REQUEST",
            }
        );
        return (await FunctionAsync(Count), table);
    }

    private async Task<int> ReadAsync(string table, string pk)
    {
        var item = (await _aws.DynamoDb.GetItemAsync(table, new() { ["pk"] = new AttributeValue(pk) })).Item;
        return item is null ? 0 : int.Parse(item["n"].N, CultureInfo.InvariantCulture);
    }

    private async Task<string> MachineAsync(string definition) =>
        (
            await _aws.StepFunctions.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = LocalAwsFixture.NewName("machine"),
                    Definition = definition,
                    RoleArn = await TestFunctions.RoleAsync(_aws),
                }
            )
        ).StateMachineArn;

    private async Task<string> RunAsync(string machine, string input)
    {
        var started = await _aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Input = input });
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 600; i++)
        {
            await timer.WaitForNextTickAsync();
            var execution = await _aws.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn }
            );
            if (execution.Status != "RUNNING")
                return execution.Status + (execution.Status == "SUCCEEDED" ? "" : $": {execution.Error} {execution.Cause}");
        }

        return "still running";
    }

    private async Task<string> CreateQueueAsync()
    {
        var name = LocalAwsFixture.NewName("queue");
        await _aws.AwsJsonAsync(
            "sqs",
            "AmazonSQS.CreateQueue",
            new { QueueName = name, Attributes = new { Policy = TestQueues.Open(name) } }
        );
        return name;
    }

    private Task<string> QueueOfTopicAsync(out string topic)
    {
        var name = LocalAwsFixture.NewName("topic");
        var arn = topic = "arn:aws:sns:us-west-2:123456789012:" + name;
        return SubscribeAsync(name, arn);
    }

    private async Task<string> SubscribeAsync(string name, string topic)
    {
        var queue = await CreateQueueAsync();
        await _aws.QueryAsync("sns", ("Action", "CreateTopic"), ("Version", "2010-03-31"), ("Name", name));
        await _aws.QueryAsync(
            "sns",
            ("Action", "Subscribe"),
            ("Version", "2010-03-31"),
            ("TopicArn", topic),
            ("Protocol", "sqs"),
            ("Endpoint", "arn:aws:sqs:us-west-2:123456789012:" + queue)
        );
        return queue;
    }

    private async Task<string?> MessagesAsync(string queue)
    {
        var url = new Uri(fixture.Host.Endpoint, "/123456789012/" + queue).AbsoluteUri;
        var answer = await _aws.AwsJsonAsync(
            "sqs",
            "AmazonSQS.GetQueueAttributes",
            new { QueueUrl = url, AttributeNames = new[] { "ApproximateNumberOfMessages" } }
        );
        return (string?)answer.Json["Attributes"]!["ApproximateNumberOfMessages"];
    }

    private async Task<string> DeployedApiAsync(string function)
    {
        var api = (string)(await _aws.JsonAsync("apigateway", HttpMethod.Post, "/restapis", new { name = function })).Json["id"]!;
        var resources = (await _aws.JsonAsync("apigateway", HttpMethod.Get, $"/restapis/{api}/resources")).Json;
        var root = (string)(resources["item"] ?? resources["items"] ?? resources["_embedded"]!["item"])!.AsArray()[0]!["id"]!;
        var method = $"/restapis/{api}/resources/{root}/methods/POST";
        await _aws.JsonAsync("apigateway", HttpMethod.Put, method, new { authorizationType = "NONE" });
        var uri = $"arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/{Arn(function)}/invocations";
        await _aws.JsonAsync(
            "apigateway",
            HttpMethod.Put,
            method + "/integration",
            new
            {
                type = "AWS_PROXY",
                httpMethod = "POST",
                uri,
            }
        );
        await _aws.JsonAsync("apigateway", HttpMethod.Post, $"/restapis/{api}/deployments", new { stageName = "prod" });
        return api;
    }
}
