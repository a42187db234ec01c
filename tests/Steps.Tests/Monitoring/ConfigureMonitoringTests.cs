using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Monitoring;

public sealed class ConfigureMonitoringTests : IAsyncLifetime, IDisposable
{
    private const string Group = "/aws/lambda/orders";

    private readonly World _world = new();

    public Task InitializeAsync() => _world.HasLiveFunctionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("orders-errors", "Errors", "Sum", 5, 2, "GreaterThanThreshold")]
    [InlineData("orders-duration", "Duration", "Average", 60_000, 2, "GreaterThanThreshold")]
    [InlineData("orders-throttles", "Throttles", "Sum", 1, 1, "GreaterThanOrEqualToThreshold")]
    public async Task Each_function_has_its_three_alarms(
        string name,
        string metric,
        string statistic,
        double threshold,
        int periods,
        string comparison
    )
    {
        await ConfigureAsync(Request());

        var alarm = _world.Watch.Alarm(name)!;
        Assert.Equal(
            ("AWS/Lambda", metric, statistic, threshold, periods, 300, comparison, "notBreaching"),
            (
                alarm.Namespace,
                alarm.MetricName,
                alarm.Statistic.Value,
                alarm.Threshold!.Value,
                alarm.EvaluationPeriods!.Value,
                alarm.Period!.Value,
                alarm.ComparisonOperator.Value,
                alarm.TreatMissingData
            )
        );
        Assert.Equal(("FunctionName", "orders"), (Assert.Single(alarm.Dimensions).Name, alarm.Dimensions[0].Value));
        Assert.Equal([World.TopicArn], alarm.AlarmActions);
        Assert.Equal(3, _world.Watch.AlarmNames.Count);
    }

    [Fact]
    public async Task The_numbers_of_the_request_replace_the_defaults_one_by_one()
    {
        await ConfigureAsync(
            Request() with
            {
                Monitoring = new MonitoringRequest
                {
                    Throttles = new AlarmLimit { Threshold = 9 },
                    LogRetentionDays = 14,
                },
            }
        );

        Assert.Equal(
            (9, 1, 300),
            (
                _world.Watch.Alarm("orders-throttles")!.Threshold,
                _world.Watch.Alarm("orders-throttles")!.EvaluationPeriods,
                _world.Watch.Alarm("orders-throttles")!.Period
            )
        );
        Assert.Equal(14, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task What_is_as_wanted_is_not_set_again()
    {
        await ConfigureAsync(Request());

        await ConfigureAsync(Request());

        Assert.Equal(3, _world.Watch.Sent<PutMetricAlarmRequest>().Count);
        Assert.Single(_world.Logs.Sent<PutRetentionPolicyRequest>());
    }

    [Fact]
    public async Task An_alarm_of_somebody_else_with_the_same_name_comes_back_with_a_rollback_and_new_ones_go()
    {
        _world.Watch.Has(
            new MetricAlarm
            {
                AlarmName = "orders-errors",
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = [new Dimension { Name = "FunctionName", Value = "orders" }],
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 1,
                DatapointsToAlarm = 1,
                Threshold = 100,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                ActionsEnabled = true,
                AlarmActions = [],
                StateValue = StateValue.ALARM,
            }
        );
        _world.Logs.Has(Group, 7);
        await ConfigureAsync(Request());
        Assert.Equal(
            (5, "ALARM", 90),
            (
                _world.Watch.Alarm("orders-errors")!.Threshold,
                _world.Watch.Alarm("orders-errors")!.StateValue.Value,
                _world.Logs.Retention(Group)
            )
        );

        await _world.RevertAsync();

        Assert.Equal(["orders-errors"], _world.Watch.AlarmNames);
        Assert.Equal(
            (100, 60, 7),
            (_world.Watch.Alarm("orders-errors")!.Threshold, _world.Watch.Alarm("orders-errors")!.Period, _world.Logs.Retention(Group))
        );
        Assert.All(await _world.VerifyAsync(), r => Assert.Contains(r.Outcome, new[] { RevertOutcome.Restored, RevertOutcome.Removed }));
    }

    [Fact]
    public async Task A_new_log_group_stays_after_a_rollback_because_it_has_the_log_of_what_failed()
    {
        await ConfigureAsync(Request());

        await _world.RevertAsync();

        Assert.Equal(0, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task A_lost_answer_sets_an_alarm_once_and_closes_its_journal_entry()
    {
        _world.Watch.LosesReplyOf("PutMetricAlarm");
        await _world.StartAsync(Request());
        await Assert.ThrowsAsync<AwsUnavailableException>(SetAsync);

        await SetAsync();

        Assert.Equal(3, _world.Watch.Sent<PutMetricAlarmRequest>().Count);
        Assert.True((await _world.EntryAsync(JournalPhase.Monitoring, ResourceKinds.Alarm, "orders-errors"))!.Done);
    }

    [Fact]
    public async Task An_alarm_that_is_not_as_wanted_is_a_change_of_its_own()
    {
        await _world.CompleteAsync(Request());
        await _world.Watch.Client.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["orders-throttles"] });

        var planned = await _world.StartAsync(Request() with { Id = "r2" });

        Assert.True(planned.HasChanges);
        Assert.Empty(planned.Functions);
        Assert.Equal(["alarm orders-throttles"], (await _world.ReadPlanAsync()).Monitoring);
    }

    private async Task ConfigureAsync(ReleaseRequest request)
    {
        await _world.StartAsync(request);
        await SetAsync();
    }

    private Task<ItemResult> SetAsync() => _world.Get<ConfigureMonitoringStep>().ConfigureMonitoring(_world.Input());

    private ReleaseRequest Request() => Shop.Request(_world.Function());
}
