using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Log groups, how long they keep events, and the events themselves.</summary>
public sealed class LogGroups(IAmazonCloudWatchLogs logs)
{
    public static string NameOf(string function) => FunctionLogGroup.Of(function);

    /// <summary>The log group of exactly this name; null when there is none.</summary>
    public async Task<LogGroup?> FindAsync(string name) => (await ListAsync(name)).FirstOrDefault(g => g.LogGroupName == name);

    public Task<IReadOnlyList<LogGroup>> ListAsync(string prefix) =>
        Pages.ReadAsync<LogGroup>(async next =>
        {
            var page = await logs.DescribeLogGroupsAsync(
                new DescribeLogGroupsRequest
                {
                    LogGroupNamePrefix = prefix,
                    Limit = 50,
                    NextToken = next,
                }
            );
            return (page.LogGroups, page.NextToken);
        });

    /// <summary>Days that the groups of these names keep events, 0 = for ever; groups that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindRetentionsAsync(IReadOnlyCollection<string> names) =>
        (await ListAsync(CommonPrefix(names)))
            .Where(g => names.Contains(g.LogGroupName))
            .ToDictionary(g => g.LogGroupName, g => g.RetentionInDays ?? 0);

    /// <summary>Whether a line with the text was written since a moment; false, too, when there is no such group.</summary>
    public async Task<bool> HasLineAsync(string group, string text, DateTimeOffset since)
    {
        try
        {
            return await Pages.AnyAsync<FilteredLogEvent>(
                async next =>
                {
                    var page = await logs.FilterLogEventsAsync(
                        new FilterLogEventsRequest
                        {
                            LogGroupName = group,
                            FilterPattern = $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
                            StartTime = since.ToUnixTimeMilliseconds(),
                            NextToken = next,
                        }
                    );
                    return (page.Events, page.NextToken);
                },
                events => events.Any()
            );
        }
        catch (ResourceNotFoundException)
        {
            // A function that never ran has no log group.
            return false;
        }
    }

    public async Task CreateAsync(string name)
    {
        try
        {
            await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = name });
        }
        catch (ResourceAlreadyExistsException)
        {
            // Lambda makes it with the first call of the function.
        }
        catch (OperationAbortedException e)
        {
            throw new ResourceNotStabilizedException($"Log group {name} is being changed: {e.Message}");
        }
    }

    /// <param name="days">0 = for ever.</param>
    public async Task RetainAsync(string name, int days)
    {
        try
        {
            if (days > 0)
                await logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = name, RetentionInDays = days });
            else
                await logs.DeleteRetentionPolicyAsync(new DeleteRetentionPolicyRequest { LogGroupName = name });
        }
        catch (ResourceNotFoundException) when (days == 0)
        {
            // No group, no retention.
        }
        catch (OperationAbortedException e)
        {
            throw new ResourceNotStabilizedException($"Log group {name} is being changed: {e.Message}");
        }
    }

    private static string CommonPrefix(IReadOnlyCollection<string> names)
    {
        var (first, length) = (names.First(), names.Min(n => n.Length));
        return first[..Enumerable.Range(0, length).TakeWhile(i => names.All(n => n[i] == first[i])).Count()];
    }
}
