using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Log groups and how long they keep events.</summary>
public sealed class LogGroups(IAmazonCloudWatchLogs logs)
{
    public static string NameOf(string function) => $"/aws/lambda/{function}";

    /// <summary>Days that the groups of these names keep events, 0 = for ever; groups that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindAsync(IReadOnlyCollection<string> names)
    {
        var found = new Dictionary<string, int>();
        string? next = null;
        do
        {
            var page = await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = CommonPrefix(names), Limit = 50, NextToken = next });
            foreach (var group in (page.LogGroups ?? []).Where(g => names.Contains(g.LogGroupName)))
                found[group.LogGroupName] = group.RetentionInDays ?? 0;
            next = page.NextToken;
        }
        while (next is { Length: > 0 });
        return found;
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
            throw new FunctionNotReadyException($"Log group {name} is being changed: {e.Message}");
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
            throw new FunctionNotReadyException($"Log group {name} is being changed: {e.Message}");
        }
    }

    private static string CommonPrefix(IReadOnlyCollection<string> names)
    {
        var (first, length) = (names.First(), names.Min(n => n.Length));
        return first[..Enumerable.Range(0, length).TakeWhile(i => names.All(n => n[i] == first[i])).Count()];
    }
}
