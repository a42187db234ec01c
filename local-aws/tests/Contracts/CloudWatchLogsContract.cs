using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonCloudWatchLogs))]
public sealed class CloudWatchLogsContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private readonly AmazonCloudWatchLogsClient _logs = Client<AmazonCloudWatchLogsClient, AmazonCloudWatchLogsConfig>(
        aws,
        (c, o) => new(c, o)
    );

    [Fact]
    public async Task CreateLogGroup_refuses_a_taken_name()
    {
        var name = await GroupAsync();

        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() =>
            _logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = name })
        );
    }

    [Fact]
    public async Task DescribeLogGroups_can_be_of_a_prefix()
    {
        var name = await GroupAsync();

        var group = Assert.Single(
            (await _logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = name })).LogGroups
        );

        Assert.Equal(name, group.LogGroupName);
        Assert.InRange(group.CreationTime!.Value, Now.AddMinutes(-5), Now.AddMinutes(5));
    }

    [Fact]
    public async Task DeleteLogGroup_leaves_nothing()
    {
        var name = await GroupAsync();

        await _logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = name });

        Assert.Empty((await _logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = name })).LogGroups);
    }

    [Fact]
    public async Task PutRetentionPolicy_counts_in_days()
    {
        var name = await GroupAsync();

        await _logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = name, RetentionInDays = 14 });

        Assert.Equal(14, await RetentionAsync(name));
    }

    [Fact]
    public async Task DeleteRetentionPolicy_keeps_for_ever()
    {
        var name = await GroupAsync();
        await _logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = name, RetentionInDays = 14 });

        await _logs.DeleteRetentionPolicyAsync(new DeleteRetentionPolicyRequest { LogGroupName = name });

        Assert.Null(await RetentionAsync(name));
    }

    [Fact]
    public async Task CreateLogStream_needs_its_group()
    {
        await StreamAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = "nobody", LogStreamName = "s" })
        );
    }

    [Fact]
    public async Task DescribeLogStreams_returns_the_last_event()
    {
        var name = await StreamAsync("one");

        var stream = Assert.Single(
            (await _logs.DescribeLogStreamsAsync(new DescribeLogStreamsRequest { LogGroupName = name, Descending = true })).LogStreams
        );

        Assert.Equal("s", stream.LogStreamName);
        Assert.InRange(stream.LastEventTimestamp!.Value, Now.AddMinutes(-5), Now.AddMinutes(5));
    }

    [Fact]
    public async Task PutLogEvents_refuses_an_unknown_stream()
    {
        var name = await StreamAsync("one");

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutAsync(name, "other", "two"));
    }

    [Fact]
    public async Task GetLogEvents_has_them_in_order()
    {
        var name = await StreamAsync("one", "two");

        var answer = await _logs.GetLogEventsAsync(
            new GetLogEventsRequest
            {
                LogGroupName = name,
                LogStreamName = "s",
                StartFromHead = true,
                StartTime = Now.AddMinutes(-5),
            }
        );

        Assert.Equal(["one", "two"], answer.Events.Select(found => found.Message));
    }

    [Fact]
    public async Task FilterLogEvents_finds_a_word()
    {
        var name = await StreamAsync("all is well", "an ERROR happened");

        var answer = await _logs.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = name, FilterPattern = "ERROR" });

        Assert.Equal(["an ERROR happened"], answer.Events.Select(found => found.Message));
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private async Task<string> GroupAsync()
    {
        var name = NewName("/group");
        await _logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = name });
        return name;
    }

    /// <summary>A group with a stream s that holds the messages.</summary>
    private async Task<string> StreamAsync(params string[] messages)
    {
        var name = await GroupAsync();
        await _logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = name, LogStreamName = "s" });
        if (messages.Length > 0)
            await PutAsync(name, "s", messages);
        return name;
    }

    private Task<PutLogEventsResponse> PutAsync(string group, string stream, params string[] messages) =>
        _logs.PutLogEventsAsync(
            new PutLogEventsRequest
            {
                LogGroupName = group,
                LogStreamName = stream,
                LogEvents =
                [
                    .. messages.Select((message, i) => new InputLogEvent { Message = message, Timestamp = Now.AddMilliseconds(i) }),
                ],
            }
        );

    private async Task<int?> RetentionAsync(string name) =>
        (await _logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = name })).LogGroups.Single().RetentionInDays;
}
