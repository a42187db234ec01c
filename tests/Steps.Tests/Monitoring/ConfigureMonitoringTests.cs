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

    private const string Pager = "arn:aws:sns:us-west-2:123456789012:on-call";

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
    public async Task An_alarm_and_a_log_group_that_no_release_made_stay_as_they_are_and_the_plan_says_so()
    {
        HasPager();
        _world.Logs.Has(Group, null);

        await ConfigureAsync(Request());

        Assert.Equal(
            (0, 60, Pager),
            (
                _world.Watch.Alarm("orders-errors")!.Threshold,
                _world.Watch.Alarm("orders-errors")!.Period,
                _world.Watch.Alarm("orders-errors")!.AlarmActions.Single()
            )
        );
        Assert.Equal(0, _world.Logs.Retention(Group));
        Assert.Equal(["orders-duration", "orders-errors", "orders-throttles"], _world.Watch.AlarmNames);
        var plan = await _world.ReadPlanAsync();
        Assert.Equal(["orders-errors", Group], plan.KeptMonitoring);
        Assert.Equal(
            [
                "alarm orders-errors was not made by a release and stays as it is: period 60, not 300; evaluationPeriods 1, not 2; "
                    + $"threshold 0, not 5; missingData none, not \"notBreaching\"; alarmActions [\"{Pager}\"], not [\"{World.TopicArn}\"]. "
                    + "To have it set, name it under monitoring.adopt; otherwise under monitoring.keep",
                $"log group {Group} was not made by a release and keeps events for ever, not for 90 days, and stays so. To have it set, "
                    + "which deletes older events, name it under monitoring.adopt; otherwise under monitoring.keep",
            ],
            plan.Warnings
        );
    }

    [Fact]
    public async Task What_the_release_kept_is_no_difference_at_its_end_and_stands_in_the_message()
    {
        HasPager();
        _world.Logs.Has(Group, 365);

        var report = await _world.CompleteAsync(Request());

        Assert.Contains("- alarm orders-errors was not made by a release and stays", report.Message, StringComparison.Ordinal);
        Assert.Contains($"- log group {Group} was not made by a release and keeps", report.Message, StringComparison.Ordinal);
        Assert.Equal((0, 365), (_world.Watch.Alarm("orders-errors")!.Threshold, _world.Logs.Retention(Group)));
    }

    [Fact]
    public async Task What_the_request_adopts_by_name_is_set_and_comes_back_with_a_rollback_and_new_alarms_go()
    {
        HasPager();
        _world.Logs.Has(Group, 365);
        await ConfigureAsync(Request() with { Monitoring = new MonitoringRequest { Adopt = ["orders-errors", Group] } });
        Assert.Equal(
            (5, "ALARM", 90),
            (
                _world.Watch.Alarm("orders-errors")!.Threshold,
                _world.Watch.Alarm("orders-errors")!.StateValue.Value,
                _world.Logs.Retention(Group)
            )
        );
        Assert.Empty((await _world.ReadPlanAsync()).Warnings);

        await _world.RevertAsync();

        Assert.Equal(["orders-errors"], _world.Watch.AlarmNames);
        Assert.Equal(
            (0, 60, Pager, 365),
            (
                _world.Watch.Alarm("orders-errors")!.Threshold,
                _world.Watch.Alarm("orders-errors")!.Period,
                _world.Watch.Alarm("orders-errors")!.AlarmActions.Single(),
                _world.Logs.Retention(Group)
            )
        );
        Assert.All(await _world.VerifyAsync(), r => Assert.Contains(r.Outcome, new[] { RevertOutcome.Restored, RevertOutcome.Removed }));
    }

    [Fact]
    public async Task An_alarm_that_a_release_set_follows_the_request_and_plan_and_message_say_what_changes()
    {
        await _world.CompleteAsync(Request());
        var stricter = new MonitoringRequest { Errors = new AlarmLimit { Threshold = 1 } };

        var report = await _world.CompleteAsync(Request() with { Id = "r2", Monitoring = stricter });

        Assert.Equal(1, _world.Watch.Alarm("orders-errors")!.Threshold);
        Assert.Equal(["alarm orders-errors: threshold 5 becomes 1"], (await _world.ReadPlanAsync()).Monitoring);
        Assert.Contains(
            $"Alarms and log groups set:{Environment.NewLine}- alarm orders-errors: threshold 5 becomes 1",
            report.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_alarm_that_another_tool_has_taken_over_is_not_taken_back()
    {
        await _world.CompleteAsync(Request());
        HasPager();

        await ConfigureAsync(Request() with { Id = "r2" });

        Assert.Equal(0, _world.Watch.Alarm("orders-errors")!.Threshold);
    }

    [Theory]
    [InlineData(180, 180)]
    [InlineData(30, 90)]
    public async Task A_log_group_that_a_release_made_is_kept_longer_but_never_shorter(int asked, int expected)
    {
        await _world.CompleteAsync(Request());
        Assert.Equal(90, _world.Logs.Retention(Group));

        await ConfigureAsync(
            Request() with
            {
                Id = "r2",
                Monitoring = new MonitoringRequest { LogRetentionDays = asked },
            }
        );

        Assert.Equal(expected, _world.Logs.Retention(Group));
        Assert.Equal(expected == asked ? 0 : 1, (await _world.ReadPlanAsync()).Warnings.Count);
    }

    [Fact]
    public async Task A_log_group_of_a_release_that_somebody_made_keep_its_events_for_ever_stays_so()
    {
        await _world.CompleteAsync(Request());
        _world.Logs.Has(Group, null);

        await ConfigureAsync(Request() with { Id = "r2" });

        Assert.Equal(0, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task A_log_group_of_somebody_else_is_not_made_to_keep_its_events_for_longer_either()
    {
        _world.Logs.Has(Group, 7);

        await ConfigureAsync(Request());

        Assert.Equal(7, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task Keep_leaves_alarms_and_log_groups_alone_without_a_warning()
    {
        HasPager();
        _world.Logs.Has(Group, 7);

        await ConfigureAsync(
            Request() with
            {
                Monitoring = new MonitoringRequest { Alarms = "keep", LogRetention = "keep" },
            }
        );

        var plan = await _world.ReadPlanAsync();
        Assert.Equal((0, 0), (plan.Monitoring.Count, plan.Warnings.Count));
        Assert.Equal(["orders-errors"], _world.Watch.AlarmNames);
        Assert.Equal((0, 7), (_world.Watch.Alarm("orders-errors")!.Threshold, _world.Logs.Retention(Group)));
    }

    [Fact]
    public async Task What_is_kept_by_name_stays_without_a_warning_and_the_rest_is_set()
    {
        HasPager();
        _world.Logs.Has(Group, 7);

        await ConfigureAsync(Request() with { Monitoring = new MonitoringRequest { Keep = ["orders-errors", "orders-duration", Group] } });

        Assert.Empty((await _world.ReadPlanAsync()).Warnings);
        Assert.Equal(["orders-errors", "orders-throttles"], _world.Watch.AlarmNames);
        Assert.Equal((0, 7), (_world.Watch.Alarm("orders-errors")!.Threshold, _world.Logs.Retention(Group)));
    }

    [Fact]
    public async Task A_log_group_that_Lambda_makes_during_the_release_is_a_new_one()
    {
        await _world.StartAsync(Request());
        _world.Logs.Has(Group, null);

        await SetAsync();

        Assert.Equal(90, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task A_new_log_group_stays_after_a_rollback_with_its_retention_because_it_has_the_log_of_what_failed()
    {
        await ConfigureAsync(Request());

        await _world.RevertAsync();

        Assert.Equal(90, _world.Logs.Retention(Group));
    }

    [Fact]
    public async Task Only_so_many_warnings_end_in_a_message()
    {
        var names = Enumerable.Range(0, 30).Select(i => $"orders-{i}").ToArray();
        foreach (var name in names)
            _world.Logs.Has($"/aws/lambda/{name}", null);

        await _world.StartAsync(Shop.Request([.. names.Select(n => _world.Function(n))]));

        var plan = await _world.ReadPlanAsync();
        Assert.Equal((30, 21), (plan.KeptMonitoring.Count, plan.Warnings.Count));
        Assert.StartsWith("10 more alarms and log groups stay as they are", plan.Warnings[^1], StringComparison.Ordinal);
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

    // What a team may have had before its first release: an alarm that pages somebody.
    private void HasPager() =>
        _world.Watch.Has(
            new MetricAlarm
            {
                AlarmName = "orders-errors",
                AlarmDescription = "Errors of function orders",
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = [new Dimension { Name = "FunctionName", Value = "orders" }],
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 1,
                DatapointsToAlarm = 1,
                Threshold = 0,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                ActionsEnabled = true,
                AlarmActions = [Pager],
                StateValue = StateValue.ALARM,
            }
        );
}
