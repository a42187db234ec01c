using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>The events of one operation on a stack, which CloudFormation lists among those of all operations, the newest first.</summary>
internal sealed class StackEvents(IAmazonCloudFormation cloudFormation, string stackName)
{
    private readonly List<StackEvent> _events = [];
    private string? _last;

    /// <summary>Passes over what happened so far.</summary>
    public async Task SkipAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        _events.Clear();
    }

    /// <summary>Reads what happened since the last time.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var unseen = new List<StackEvent>();
        string? page = null;
        do
        {
            var answer = await cloudFormation.DescribeStackEventsAsync(
                new DescribeStackEventsRequest { StackName = stackName, NextToken = page },
                cancellationToken
            );
            var events = answer.StackEvents ?? [];
            var seen = events.FindIndex(e => e.EventId == _last);
            unseen.AddRange(seen < 0 ? events : events[..seen]);
            page = seen < 0 ? answer.NextToken : null;
        } while (page is not null);

        _last = unseen.FirstOrDefault()?.EventId ?? _last;
        _events.AddRange(Enumerable.Reverse(unseen));
    }

    /// <summary>The resources that are as wanted so far.</summary>
    public int Ready =>
        _events
            .Where(e => e.LogicalResourceId != stackName && EndsWith(e, "_COMPLETE"))
            .Select(e => e.LogicalResourceId)
            .Distinct()
            .Count();

    /// <summary>What is being worked on.</summary>
    public string? Current => _events.LastOrDefault(e => e.LogicalResourceId != stackName)?.LogicalResourceId;

    /// <summary>Why the operation failed: a line for each resource, without those that were cancelled because of another one.</summary>
    public string Reasons =>
        string.Join(
            '\n',
            _events
                .Where(e =>
                    EndsWith(e, "_FAILED")
                    && e.ResourceStatusReason?.StartsWith("Resource creation cancelled", StringComparison.Ordinal) != true
                )
                .Select(e => $"- {e.LogicalResourceId} ({e.ResourceType}): {e.ResourceStatusReason}{RemedyFor(e.ResourceStatusReason)}")
        );

    /// <summary>What to do where something is in the way that an earlier installation has left; else null.</summary>
    public static string? RemedyFor(string? reason) =>
        reason?.Contains("already exists", StringComparison.OrdinalIgnoreCase) == true
        || reason?.Contains("already own", StringComparison.OrdinalIgnoreCase) == true
            ? " Next: table and bucket of an earlier installation are kept; delete or adopt them (docs/install.md, \"Install again\")."
            : null;

    private static bool EndsWith(StackEvent e, string ending) => e.ResourceStatus?.Value.EndsWith(ending, StringComparison.Ordinal) == true;
}
