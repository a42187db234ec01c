using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Scheduler.Model;
using Amazon.SimpleNotificationService.Model;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using GetPolicyRequest = Amazon.Lambda.Model.GetPolicyRequest;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

public sealed class CallPaceTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(5, 2)]
    [InlineData(20, 1)]
    public void After_a_pause_a_process_makes_its_share_of_calls_at_once_and_then_keeps_its_share_of_the_quota(int sideBySide, int atOnce)
    {
        var pace = new CallPace(TimeProvider.System, sideBySide);
        Calls(pace, AccountQuotas.LambdaControl, 50, TimeSpan.Zero);

        var calls = Calls(pace, AccountQuotas.LambdaControl, 50, TimeSpan.FromMinutes(10));

        Assert.Equal(atOnce, calls.Count(c => c == TimeSpan.FromMinutes(10)));
        Assert.Equal((50 - atOnce) * sideBySide / 12.0, (calls[^1] - calls[0]).TotalSeconds, precision: 3);
    }

    [Fact]
    public void A_call_that_counts_to_two_quotas_waits_for_both()
    {
        var pace = new CallPace(TimeProvider.System, sideBySide: 1);
        Calls(pace, AccountQuotas.ApiGateway, 32, TimeSpan.Zero);

        Assert.Equal(0.125, pace.Take(AccountQuotas.Of(new CreateDeploymentRequest()), TimeSpan.Zero).TotalSeconds, precision: 3);
        Assert.Equal(6.25, pace.Take(AccountQuotas.Of(new CreateDeploymentRequest()), TimeSpan.Zero).TotalSeconds, precision: 3);
    }

    [Fact]
    public async Task After_a_throttled_call_a_process_makes_none_of_its_kind_for_a_second()
    {
        var time = new InstantTime { Elapsed = TimeSpan.FromHours(1) };
        var pace = new CallPace(time, sideBySide: 1);

        pace.Rest(AccountQuotas.Of(new UpdateAliasRequest()));

        await pace.WaitAsync(AccountQuotas.GetFunction);
        Assert.Equal(TimeSpan.FromHours(1), time.Elapsed);
        await pace.WaitAsync(AccountQuotas.LambdaControl);
        Assert.Equal(TimeSpan.FromSeconds(3601), time.Elapsed);
    }

    [Fact]
    public async Task A_call_is_made_when_its_turn_has_come()
    {
        var time = new InstantTime();
        var pace = new CallPace(time, sideBySide: 1);

        await pace.WaitAsync(AccountQuotas.CreateDeployment);
        Assert.Equal(TimeSpan.Zero, time.Elapsed);
        await pace.WaitAsync(AccountQuotas.GetPolicy);
        Assert.Equal(TimeSpan.Zero, time.Elapsed);
        await pace.WaitAsync(AccountQuotas.CreateDeployment);
        Assert.Equal(6.25, time.Elapsed.TotalSeconds, precision: 2);
    }

    [Fact]
    public void Every_call_that_a_release_makes_often_has_its_quota()
    {
        (AmazonWebServiceRequest Call, AccountQuota[] Quotas)[] calls =
        [
            (new GetFunctionRequest(), [AccountQuotas.GetFunction]),
            (new GetPolicyRequest(), [AccountQuotas.GetPolicy]),
            (new UpdateAliasRequest(), [AccountQuotas.LambdaControl]),
            (new GetResourcesRequest(), [AccountQuotas.GetResources, AccountQuotas.ApiGateway]),
            (new CreateDeploymentRequest(), [AccountQuotas.CreateDeployment, AccountQuotas.ApiGateway]),
            (new GetStageRequest(), [AccountQuotas.ApiGateway]),
            (new ListTargetsByRuleRequest(), [AccountQuotas.EventBridge]),
            (new ListSchedulesRequest(), [AccountQuotas.Scheduler]),
            (new PutMetricAlarmRequest(), [AccountQuotas.PutMetricAlarm]),
            (new DescribeAlarmsRequest(), [AccountQuotas.DescribeAlarms]),
            (new GetMetricDataRequest(), [AccountQuotas.GetMetricData]),
            (new FilterLogEventsRequest(), [AccountQuotas.FilterLogEvents]),
            (new DescribeLogGroupsRequest(), [AccountQuotas.Logs]),
            (new DescribeTableRequest(), [AccountQuotas.TableSettings]),
            (new GetRoleRequest(), [AccountQuotas.Iam]),
            (new GetTopicAttributesRequest(), [AccountQuotas.Topics]),
            (new InvokeRequest(), []),
            (new PutEventsRequest(), []),
            (new GetItemRequest(), []),
        ];

        Assert.All(calls, c => Assert.Equal(c.Quotas, AccountQuotas.Of(c.Call)));
    }

    private static List<TimeSpan> Calls(CallPace pace, AccountQuota quota, int count, TimeSpan from)
    {
        var (now, calls) = (from, new List<TimeSpan>());
        for (var i = 0; i < count; i++)
            calls.Add(now += pace.Take([quota], now));
        return calls;
    }
}
