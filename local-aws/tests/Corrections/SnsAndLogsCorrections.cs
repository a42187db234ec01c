using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class SnsAndLogsCorrections
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Correction("An endpoint that fails neither fails Publish nor keeps the message from the others, and is tried again")]
    public static async Task Delivery(AwsClients aws)
    {
        var received = new TaskCompletionSource<(IHeaderDictionary Headers, string Body)>();
        var calls = 0;
        await using var subscriber = await ListenAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            context.Response.StatusCode = Interlocked.Increment(ref calls) == 1 ? 500 : 200;
            if (calls > 1)
                received.TrySetResult((context.Request.Headers, body));
        });
        var topic = await TestTopics.CreateAsync(aws);
        foreach (var endpoint in (string[])["http://127.0.0.1:1/nobody", subscriber.Urls.Single()])
            await TestTopics.CallAsync(aws, "Subscribe", ("TopicArn", topic), ("Protocol", "http"), ("Endpoint", endpoint));
        var published = await TestTopics.CallAsync(
            aws,
            "Publish",
            ("TopicArn", topic),
            ("Message", "hello"),
            ("MessageAttributes.entry.1.Name", "kind"),
            ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "spec")
        );
        Assert.Equal(200, (int)published.Status);
        var (headers, text) = await received.Task.WaitAsync(Limit, TimeProvider.System);
        Assert.Equal(("Notification", topic), (headers["x-amz-sns-message-type"].ToString(), headers["x-amz-sns-topic-arn"].ToString()));
        var notification = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        Assert.Equal(("hello", "spec"), ((string?)notification["Message"], (string?)notification["MessageAttributes"]!["kind"]!["Value"]));
    }

    [Correction("A subject has fewer than 100 characters and no line breaks")]
    public static async Task Subject(AwsClients aws)
    {
        var topic = await TestTopics.CreateAsync(aws);
        foreach (var subject in (string[])[new string('x', 100), "two\nlines"])
        {
            var answer = await TestTopics.CallAsync(aws, "Publish", ("TopicArn", topic), ("Message", "m"), ("Subject", subject));
            Assert.Equal(400, (int)answer.Status);
            Assert.Contains("<Code>InvalidParameter</Code>", answer.Text, StringComparison.Ordinal);
        }
    }

    [Correction("What was published can be seen, with those who would have got it by e-mail")]
    public static async Task Published(AwsClients aws)
    {
        var topic = await TestTopics.CreateAsync(aws);
        await TestTopics.CallAsync(aws, "Subscribe", ("TopicArn", topic), ("Protocol", "email"), ("Endpoint", "a@example.com"));
        await TestTopics.CallAsync(aws, "Publish", ("TopicArn", topic), ("Message", "m"), ("Subject", "s"));
        var message = await TestTopics.MessageAsync(aws, topic);
        Assert.Equal(("s", "a@example.com"), ((string?)message["Subject"], (string?)message["Subscribers"]![0]!["Endpoint"]));
    }

    [Correction("Retention is one of the values that CloudWatch Logs offers")]
    public static async Task Retention(AwsClients aws)
    {
        var answer = await TestLogs.CallAsync(
            aws,
            "PutRetentionPolicy",
            new { logGroupName = await TestLogs.GroupAsync(aws), retentionInDays = 13 }
        );
        Assert.Equal((400, "InvalidParameterException"), ((int)answer.Status, answer.Code));
    }

    [Correction("A JSON filter pattern selects messages by their fields")]
    public static async Task Filter(AwsClients aws)
    {
        var group = await TestLogs.GroupAsync(aws);
        await TestLogs.PutAsync(
            aws,
            group,
            """{"level":"ERROR","ms":12}""",
            """{"level":"ERROR","ms":5}""",
            """{"level":"INFO","ms":99}"""
        );
        var found = await TestLogs.CallAsync(
            aws,
            "FilterLogEvents",
            new { logGroupName = group, filterPattern = """{ $.level = "ERROR" && $.ms > 10 }""" }
        );
        Assert.Single(found.Json["events"]!.AsArray());
    }

    [Correction("A metric filter puts data")]
    public static async Task Metric_filter(AwsClients aws)
    {
        var (group, metric) = (await TestLogs.GroupAsync(aws), TestFunctions.NewName("m"));
        await TestLogs.CallAsync(
            aws,
            "PutMetricFilter",
            new
            {
                logGroupName = group,
                filterName = "errors",
                filterPattern = """{ $.level = "ERROR" }""",
                metricTransformations = new[]
                {
                    new
                    {
                        metricName = metric,
                        metricNamespace = "Specs",
                        metricValue = "1",
                    },
                },
            }
        );
        await TestLogs.PutAsync(aws, group, """{"level":"ERROR"}""");
        await TestMetrics.ListedAsync(aws, new { Namespace = "Specs", MetricName = metric });
    }

    private static async Task<WebApplication> ListenAsync(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(handler);
        await app.StartAsync();
        return app;
    }
}
