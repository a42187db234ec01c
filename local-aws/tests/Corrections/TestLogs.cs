namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>Log groups for specs.</summary>
internal static class TestLogs
{
    public static Task<Answer> CallAsync(AwsClients aws, string operation, object body) =>
        aws.AwsJsonAsync("logs", "Logs_20140328." + operation, body);

    /// <summary>A group with one stream, named <c>s</c>.</summary>
    public static async Task<string> GroupAsync(AwsClients aws)
    {
        var group = TestFunctions.NewName("g");
        await CallAsync(aws, "CreateLogGroup", new { logGroupName = group });
        await CallAsync(aws, "CreateLogStream", new { logGroupName = group, logStreamName = "s" });
        return group;
    }

    public static async Task PutAsync(AwsClients aws, string group, params string[] messages)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var events = messages.Select(message => new { timestamp = now, message }).ToArray();
        await CallAsync(
            aws,
            "PutLogEvents",
            new
            {
                logGroupName = group,
                logStreamName = "s",
                logEvents = events,
            }
        );
    }
}
