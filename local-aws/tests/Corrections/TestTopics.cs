using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>Topics for specs.</summary>
internal static class TestTopics
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5),
        Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<string> CreateAsync(AwsClients aws)
    {
        var name = TestFunctions.NewName("t");
        await CallAsync(aws, "CreateTopic", ("Name", name));
        return $"arn:aws:sns:us-west-2:123456789012:{name}";
    }

    public static Task<Answer> CallAsync(AwsClients aws, string operation, params (string Name, string Value)[] form) =>
        aws.QueryAsync("sns", [("Action", operation), ("Version", "2010-03-31"), .. form]);

    /// <summary>The message that was published, which must come soon.</summary>
    public static async Task<JsonNode> MessageAsync(AwsClients aws, string topic)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await aws.LocalAsync(HttpMethod.Get, "sns/messages?topic=" + topic);
            if (answer.Json.AsArray() is [var message, ..])
                return message!;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "nothing was published");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
