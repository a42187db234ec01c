using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Log groups of functions, read only.</summary>
public sealed class FunctionLogs(IAmazonCloudWatchLogs logs, CallPace pace)
{
    public static string GroupOf(string function) => $"/aws/lambda/{function}";

    /// <summary>The log group of exactly this name; null when there is none.</summary>
    public async Task<LogGroup?> FindAsync(string name) => (await ListAsync(name)).FirstOrDefault(g => g.LogGroupName == name);

    public async Task<IReadOnlyList<LogGroup>> ListAsync(string prefix)
    {
        var found = new List<LogGroup>();
        string? next = null;
        do
        {
            await pace.WaitAsync(CallPace.Logs);
            var page = await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = prefix, NextToken = next });
            found.AddRange(page.LogGroups ?? []);
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found;
    }

    /// <summary>Whether a line with the text was written since a moment.</summary>
    public async Task<bool> HasLineAsync(string group, string text, DateTimeOffset since)
    {
        string? next = null;
        do
        {
            await pace.WaitAsync(CallPace.Logs);
            var page = await logs.FilterLogEventsAsync(new FilterLogEventsRequest
            {
                LogGroupName = group,
                FilterPattern = $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
                StartTime = since.ToUnixTimeMilliseconds(),
                NextToken = next,
            });
            if (page.Events is { Count: > 0 })
                return true;
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return false;
    }
}
