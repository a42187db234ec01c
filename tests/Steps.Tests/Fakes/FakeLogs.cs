using System.Collections.Concurrent;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Log groups in memory.</summary>
internal sealed class FakeLogs : FakeService
{
    private readonly ConcurrentDictionary<string, int?> _groups = new();

    public FakeLogs(History history)
        : base(history)
    {
        Client
            .DescribeLogGroupsAsync(Arg.Any<DescribeLogGroupsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new DescribeLogGroupsResponse
            {
                LogGroups =
                [
                    .. _groups
                        .Where(g => g.Key.StartsWith(call.Arg<DescribeLogGroupsRequest>().LogGroupNamePrefix, StringComparison.Ordinal))
                        .Select(g => new LogGroup { LogGroupName = g.Key, RetentionInDays = g.Value }),
                ],
            });
        Client
            .CreateLogGroupAsync(Arg.Any<CreateLogGroupRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Create(call.Arg<CreateLogGroupRequest>()));
        Client
            .PutRetentionPolicyAsync(Arg.Any<PutRetentionPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Change<PutRetentionPolicyResponse>(
                    call.Arg<PutRetentionPolicyRequest>(),
                    call.Arg<PutRetentionPolicyRequest>().LogGroupName,
                    () =>
                        _groups[call.Arg<PutRetentionPolicyRequest>().LogGroupName] = call.Arg<PutRetentionPolicyRequest>().RetentionInDays
                )
            );
        Client
            .DeleteRetentionPolicyAsync(Arg.Any<DeleteRetentionPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Change<DeleteRetentionPolicyResponse>(
                    call.Arg<DeleteRetentionPolicyRequest>(),
                    call.Arg<DeleteRetentionPolicyRequest>().LogGroupName,
                    () => _groups[call.Arg<DeleteRetentionPolicyRequest>().LogGroupName] = null
                )
            );
    }

    public IAmazonCloudWatchLogs Client { get; } = Substitute.For<IAmazonCloudWatchLogs>();

    public void Has(string group, int? days) => _groups[group] = days;

    /// <summary>-1 when there is no such group, 0 when it keeps events for ever.</summary>
    public int Retention(string group) => _groups.TryGetValue(group, out var days) ? days ?? 0 : -1;

    private CreateLogGroupResponse Create(CreateLogGroupRequest request) =>
        _groups.ContainsKey(request.LogGroupName)
            ? throw new ResourceAlreadyExistsException("The specified log group already exists")
            : Change<CreateLogGroupResponse>(request, request.LogGroupName, () => Has(request.LogGroupName, null));
}
