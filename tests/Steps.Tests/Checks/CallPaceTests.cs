using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Amazon.SimpleNotificationService.Model;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using GetPolicyRequest = Amazon.Lambda.Model.GetPolicyRequest;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

public sealed class CallPaceTests
{
    private readonly InstantTime _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = new CallPace(_time);

    [Fact]
    public async Task No_second_has_more_calls_than_allowed_also_after_a_pause()
    {
        await _pace.WaitAsync(CallPace.GetPolicy);
        _time.Elapsed += TimeSpan.FromMinutes(1);
        var calls = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            await _pace.WaitAsync(CallPace.GetPolicy);
            calls.Add(_time.Elapsed);
        }

        Assert.All(calls, from => Assert.InRange(calls.Count(c => c >= from && c < from + TimeSpan.FromSeconds(1)), 1, 5));
        Assert.Equal(3.8, (calls[^1] - calls[0]).TotalSeconds, precision: 3);
    }

    [Fact]
    public async Task Calls_of_different_kinds_do_not_wait_for_each_other()
    {
        foreach (var kind in new[] { CallPace.GetPolicy, CallPace.Iam, CallPace.Logs })
            await _pace.WaitAsync(kind);

        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }

    [Fact]
    public async Task Only_what_is_done_at_a_pace_has_one()
    {
        Assert.Null(CallPace.Current);
        await _pace.KeepAsync(() =>
            Parallel.ForEachAsync(
                Enumerable.Range(1, 4),
                (_, _) =>
                {
                    Assert.Same(_pace, CallPace.Current);
                    return ValueTask.CompletedTask;
                }
            )
        );

        Assert.Null(CallPace.Current);
    }

    [Fact]
    public void Every_call_of_a_check_has_its_kind_but_those_that_wait_before_they_are_timed()
    {
        AmazonWebServiceRequest[] calls =
        [
            new GetFunctionRequest(),
            new GetPolicyRequest(),
            new GetRoleRequest(),
            new DescribeTableRequest(),
            new DescribeRuleRequest(),
            new FilterLogEventsRequest(),
            new DescribeAlarmsRequest(),
            new GetStageRequest(),
            new GetTopicAttributesRequest(),
            new GetBucketEncryptionRequest(),
            new GetItemRequest(),
            new InvokeRequest(),
        ];

        Assert.Equal(
            [
                CallPace.GetFunction,
                CallPace.GetPolicy,
                CallPace.Iam,
                CallPace.Table,
                CallPace.Events,
                CallPace.Logs,
                CallPace.Alarms,
                CallPace.Other,
                CallPace.Other,
                CallPace.Other,
                null,
                null,
            ],
            calls.Select(CallPacing.KindOf)
        );
    }
}
