using System.Text.Json.Nodes;
using Amazon.S3.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class EventBridgeCorrections
{
    private const string Function = "arn:aws:lambda:us-west-2:123456789012:function:target";

    [Correction("A rule with a Lambda target does not fail PutEvents nor keep the event from its other targets")]
    public static async Task Other_targets(AwsClients aws)
    {
        var (queue, source) = (await TestQueues.CreateAsync(aws), TestFunctions.NewName("s"));
        var rule = await RuleAsync(aws, source);
        await TargetsAsync(aws, rule, new { Id = "function", Arn = Function }, new { Id = "queue", queue.Arn });
        var answer = await PutAsync(aws, source, """{"a":1}""");
        Assert.Equal(0, (int)answer.Json["FailedEntryCount"]!);
        Assert.Equal(1, (int)(await TestQueues.ReceiveAsync(aws, queue, 1))[0]["detail"]!["a"]!);
    }

    [Correction("A disabled rule delivers nothing, nor does a rule that has only a schedule")]
    public static async Task Silent_rules(AwsClients aws)
    {
        var (queue, source) = (await TestQueues.CreateAsync(aws), TestFunctions.NewName("s"));
        var disabled = await RuleAsync(aws, source, state: "DISABLED");
        var scheduled = TestFunctions.NewName("r");
        await TestQueues.EventsAsync(aws, "PutRule", new { Name = scheduled, ScheduleExpression = "rate(1 day)" });
        foreach (var rule in (string[])[disabled, scheduled])
            await TargetsAsync(aws, rule, new { Id = "queue", queue.Arn });
        await PutAsync(aws, source, "{}");
        Assert.Empty(await TestQueues.NextAsync(aws, queue));
    }

    [Correction("Input and InputPath decide what a target gets")]
    public static async Task Inputs(AwsClients aws)
    {
        var (queue, source) = (await TestQueues.CreateAsync(aws), TestFunctions.NewName("s"));
        var rule = await RuleAsync(aws, source);
        await TargetsAsync(
            aws,
            rule,
            new
            {
                Id = "fixed",
                queue.Arn,
                Input = """{"fixed":true}""",
            },
            new
            {
                Id = "part",
                queue.Arn,
                InputPath = "$.detail-type",
            }
        );
        await PutAsync(aws, source, "{}");
        var got = (await TestQueues.ReceiveAsync(aws, queue, 2)).Select(one => one.ToJsonString());
        Assert.Equal(["""{"fixed":true}""", "\"Spec\""], got);
    }

    [Correction("A rule has at most five targets")]
    public static async Task Five_targets(AwsClients aws)
    {
        var rule = await RuleAsync(aws, "x");
        var targets = Enumerable.Range(0, 6).Select(number => new { Id = $"t{number}", Arn = Function }).ToArray();
        var answer = await TestQueues.EventsAsync(aws, "PutTargets", new { Rule = rule, Targets = targets });
        Assert.Equal((400, "LimitExceededException"), ((int)answer.Status, answer.Code));
    }

    [Correction("Nobody but AWS uses a source that begins with aws., and an unknown bus fails only its own entry")]
    public static async Task Entries(AwsClients aws)
    {
        var entries = new object[]
        {
            new
            {
                Source = "aws.s3",
                DetailType = "Spec",
                Detail = "{}",
            },
            new
            {
                Source = "mine",
                DetailType = "Spec",
                Detail = "{}",
                EventBusName = "nowhere",
            },
            new
            {
                Source = "mine",
                DetailType = "Spec",
                Detail = "{}",
            },
        };
        var answer = await TestQueues.EventsAsync(aws, "PutEvents", new { Entries = entries });
        Assert.Equal(2, (int)answer.Json["FailedEntryCount"]!);
        Assert.Equal("NotAuthorizedForSourceException", (string?)answer.Json["Entries"]![0]!["ErrorCode"]);
        Assert.NotNull(answer.Json["Entries"]![2]!["EventId"]);
    }

    [Correction("TestEventPattern answers whether the pattern matches")]
    public static async Task Pattern(AwsClients aws)
    {
        const string sample = """
            {"id":"1","account":"1","source":"x","time":"2026-01-01T00:00:00Z","region":"r","resources":[],"detail-type":"t","detail":{"a":["b"]}}
            """;
        var matching = await TestQueues.EventsAsync(
            aws,
            "TestEventPattern",
            new { EventPattern = """{"detail":{"a":["b"]}}""", Event = sample }
        );
        var other = await TestQueues.EventsAsync(
            aws,
            "TestEventPattern",
            new { EventPattern = """{"detail":{"a":["c"]}}""", Event = sample }
        );
        Assert.Equal((true, false), ((bool)matching.Json["Result"]!, (bool)other.Json["Result"]!));
    }

    [Correction("A scheduled rule that is fired sends a Scheduled Event")]
    public static async Task Fire(AwsClients aws)
    {
        var (queue, rule) = (await TestQueues.CreateAsync(aws), TestFunctions.NewName("r"));
        await TestQueues.EventsAsync(aws, "PutRule", new { Name = rule, ScheduleExpression = "cron(0 6 ? * MON-SAT *)" });
        await TargetsAsync(aws, rule, new { Id = "queue", queue.Arn });
        await aws.LocalAsync(HttpMethod.Post, "fire", new { Name = rule });
        var fired = (await TestQueues.ReceiveAsync(aws, queue, 1))[0];
        Assert.Equal(("aws.events", "Scheduled Event"), ((string?)fired["source"], (string?)fired["detail-type"]));
    }

    [Correction("A schedule that is fired sends its Input with the scheduler's own values filled in")]
    public static async Task Fire_schedule(AwsClients aws)
    {
        var (queue, name) = (await TestQueues.CreateAsync(aws), TestFunctions.NewName("s"));
        await ScheduleAsync(
            aws,
            name,
            "rate(1 day)",
            new
            {
                queue.Arn,
                RoleArn = "arn:aws:iam::123456789012:role/s",
                Input = """{"by":"<aws.scheduler.schedule-arn>"}""",
            }
        );
        await aws.LocalAsync(HttpMethod.Post, "fire", new { Name = name });
        Assert.EndsWith("/" + name, (string)(await TestQueues.ReceiveAsync(aws, queue, 1))[0]["by"]!, StringComparison.Ordinal);
    }

    [Correction("The expression of a schedule is validated")]
    public static async Task Expression(AwsClients aws)
    {
        var answer = await ScheduleAsync(
            aws,
            TestFunctions.NewName("s"),
            "cron(every monday)",
            new { Arn = Function, RoleArn = "arn:aws:iam::123456789012:role/s" }
        );
        Assert.Equal((400, "ValidationException"), ((int)answer.Status, answer.Code));
    }

    [Correction("An event of an AWS service reaches the rules of the default bus")]
    public static async Task Aws_event(AwsClients aws)
    {
        var queue = await TestQueues.CreateAsync(aws);
        await TestQueues.RouteAsync(aws, queue, """{ "source": ["aws.health"] }""");
        await aws.LocalAsync(
            HttpMethod.Post,
            "aws-event",
            new
            {
                Source = "aws.health",
                DetailType = "AWS Health Event",
                Detail = new { service = "LAMBDA" },
            }
        );
        Assert.Equal("LAMBDA", (string?)(await TestQueues.ReceiveAsync(aws, queue, 1))[0]["detail"]!["service"]);
    }

    [Correction("S3 reports an object to EventBridge in S3's own words, and a pattern can ask for a prefix of its key")]
    public static async Task Object_created(AwsClients aws)
    {
        var (queue, bucket) = (await TestQueues.CreateAsync(aws), await TestBuckets.CreateAsync(aws));
        await aws.SendAsync(
            "s3",
            HttpMethod.Put,
            $"/{bucket}?notification",
            new StringContent("<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>")
        );
        await TestQueues.RouteAsync(
            aws,
            queue,
            $$"""{ "source": ["aws.s3"], "detail": { "bucket": { "name": ["{{bucket}}"] }, "object": { "key": [{ "prefix": "requests/" }] } } }"""
        );
        await aws.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = "artifacts/requests/a.json",
                ContentBody = "{}",
            }
        );
        await aws.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = "requests/a b.json",
                ContentBody = "{}",
            }
        );
        var reported = Assert.Single(await TestQueues.ReceiveAsync(aws, queue, 1));
        Assert.Equal("Object Created", (string?)reported["detail-type"]);
        Assert.Equal(
            ("PutObject", "requests/a b.json"),
            ((string?)reported["detail"]!["reason"], (string?)reported["detail"]!["object"]!["key"])
        );
        Assert.NotNull(reported["detail"]!["object"]!["etag"]);
    }

    private static async Task<string> RuleAsync(AwsClients aws, string source, string state = "ENABLED")
    {
        var rule = TestFunctions.NewName("r");
        await TestQueues.EventsAsync(
            aws,
            "PutRule",
            new
            {
                Name = rule,
                EventPattern = $$"""{"source":["{{source}}"]}""",
                State = state,
            }
        );
        return rule;
    }

    private static Task<Answer> TargetsAsync(AwsClients aws, string rule, params object[] targets) =>
        TestQueues.EventsAsync(aws, "PutTargets", new { Rule = rule, Targets = targets });

    private static Task<Answer> PutAsync(AwsClients aws, string source, string detail) =>
        TestQueues.EventsAsync(
            aws,
            "PutEvents",
            new
            {
                Entries = new[]
                {
                    new
                    {
                        Source = source,
                        DetailType = "Spec",
                        Detail = detail,
                    },
                },
            }
        );

    private static Task<Answer> ScheduleAsync(AwsClients aws, string name, string expression, object target) =>
        aws.JsonAsync(
            "scheduler",
            HttpMethod.Post,
            "/schedules/" + name,
            new
            {
                ScheduleExpression = expression,
                FlexibleTimeWindow = new { Mode = "OFF" },
                Target = target,
            }
        );
}
