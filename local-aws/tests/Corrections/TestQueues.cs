using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal sealed record TestQueue(string Url, string Arn);

/// <summary>Queues that specs read what reached them from.</summary>
internal static class TestQueues
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<TestQueue> CreateAsync(AwsClients aws)
    {
        var name = TestFunctions.NewName("q");
        var made = await aws.AwsJsonAsync(
            "sqs",
            "AmazonSQS.CreateQueue",
            new { QueueName = name, Attributes = new { Policy = Open(name) } }
        );
        return new TestQueue((string)made.Json["QueueUrl"]!, $"arn:aws:sqs:us-west-2:123456789012:{name}");
    }

    /// <summary>Anything of AWS may send to it.</summary>
    public static string Open(string queue) =>
        $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-west-2:123456789012:{{queue}}"} }
            """;

    /// <summary>A rule of the default bus that sends what matches to the queue.</summary>
    public static async Task<string> RouteAsync(AwsClients aws, TestQueue queue, string pattern)
    {
        var rule = TestFunctions.NewName("r");
        await EventsAsync(aws, "PutRule", new { Name = rule, EventPattern = pattern });
        await EventsAsync(aws, "PutTargets", new { Rule = rule, Targets = new[] { new { Id = "queue", queue.Arn } } });
        return rule;
    }

    public static Task<Answer> EventsAsync(AwsClients aws, string operation, object body) =>
        aws.AwsJsonAsync("events", "AWSEvents." + operation, body);

    /// <summary>The next messages, each of which must come soon.</summary>
    public static async Task<List<JsonNode>> ReceiveAsync(AwsClients aws, TestQueue queue, int count)
    {
        List<JsonNode> received = [];
        var started = TimeProvider.System.GetTimestamp();
        while (received.Count < count)
        {
            received.AddRange(await NextAsync(aws, queue));
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"{received.Count} of {count} messages came");
            await Task.Delay(Pause, TimeProvider.System);
        }

        return received;
    }

    /// <summary>What is in the queue now.</summary>
    public static async Task<List<JsonNode>> NextAsync(AwsClients aws, TestQueue queue)
    {
        var answer = await aws.AwsJsonAsync("sqs", "AmazonSQS.ReceiveMessage", new { QueueUrl = queue.Url, MaxNumberOfMessages = 10 });
        var messages = answer.Json["Messages"]?.AsArray() ?? [];
        return [.. messages.Select(message => JsonNode.Parse((string)message!["Body"]!)!)];
    }
}
