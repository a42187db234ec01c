using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using CodeRipple.Workflow.Client.Stacks;
using NSubstitute;

namespace CodeRipple.Workflow.Cli.Tests.Stacks;

public sealed class StackEventsTests
{
    private readonly IAmazonCloudFormation _cloudFormation = Substitute.For<IAmazonCloudFormation>();
    private readonly List<StackEvent> _all = [];

    public StackEventsTests() =>
        // Two to a page, the newest first.
        _cloudFormation
            .DescribeStackEventsAsync(Arg.Any<DescribeStackEventsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                var page = int.Parse(call.Arg<DescribeStackEventsRequest>().NextToken ?? "0", null);
                var newest = Enumerable.Reverse(_all).ToList();
                return new DescribeStackEventsResponse
                {
                    StackEvents = [.. newest.Skip(2 * page).Take(2)],
                    NextToken = 2 * (page + 1) < newest.Count ? $"{page + 1}" : null,
                };
            });

    [Fact]
    public async Task The_reason_of_a_failure_is_found_behind_the_events_of_the_rollback_and_older_ones_are_not()
    {
        Happens("Old", "CREATE_FAILED", "long ago");
        var events = new StackEvents(_cloudFormation, "machine");
        await events.SkipAsync(CancellationToken.None);
        Happens("Table", "CREATE_COMPLETE");
        Happens("Role", "CREATE_FAILED", "no permission");
        Happens("Queue", "CREATE_FAILED", "Resource creation cancelled");
        Happens("Table", "DELETE_IN_PROGRESS");
        Happens("Table", "DELETE_COMPLETE");
        Happens("machine", "ROLLBACK_COMPLETE");

        await events.ReadAsync(CancellationToken.None);

        Assert.Equal("- Role (AWS::Some::Type): no permission", events.Reasons);
    }

    [Theory]
    [InlineData("Table already exists: release-machine-staging")]
    [InlineData("Resource of type 'AWS::S3::Bucket' with identifier 'release-machine-staging-1-eu-west-1' already exists.")]
    [InlineData("Your previous request to create the named bucket succeeded and you already own it.")]
    public async Task What_an_earlier_installation_has_left_is_named_with_the_way_out(string reason)
    {
        var events = new StackEvents(_cloudFormation, "machine");
        Happens("ReleaseTable", "CREATE_FAILED", reason);

        await events.ReadAsync(CancellationToken.None);

        Assert.EndsWith("delete or adopt them (docs/install.md, \"Install again\").", events.Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_each_resource_once_however_often_events_are_read()
    {
        var events = new StackEvents(_cloudFormation, "machine");
        Happens("Table", "CREATE_IN_PROGRESS");
        Happens("Table", "CREATE_COMPLETE");
        await events.ReadAsync(CancellationToken.None);
        Happens("Role", "CREATE_COMPLETE");
        Happens("Bucket", "CREATE_IN_PROGRESS");
        await events.ReadAsync(CancellationToken.None);
        await events.ReadAsync(CancellationToken.None);

        Assert.Equal(2, events.Ready);
        Assert.Equal("Bucket", events.Current);
    }

    private void Happens(string resource, string status, string? reason = null) =>
        _all.Add(
            new StackEvent
            {
                EventId = $"{_all.Count}",
                LogicalResourceId = resource,
                ResourceType = "AWS::Some::Type",
                ResourceStatus = status,
                ResourceStatusReason = reason,
            }
        );
}
