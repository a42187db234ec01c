using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonCloudWatch))]
public sealed class CloudWatchContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    private readonly AmazonCloudWatchClient _metrics = Client<AmazonCloudWatchClient, AmazonCloudWatchConfig>(aws, (c, o) => new(c, o));

    [Fact]
    public async Task PutMetricAlarm_keeps_every_setting()
    {
        var name = await AlarmAsync();

        var alarm = await AlarmAsync(name);

        Assert.Equal(
            (StateValue.INSUFFICIENT_DATA, ComparisonOperator.GreaterThanThreshold, Statistic.Sum),
            (alarm.StateValue, alarm.ComparisonOperator, alarm.Statistic)
        );
        Assert.Equal((60, 3, 2.5, "notBreaching"), (alarm.Period, alarm.EvaluationPeriods, alarm.Threshold, alarm.TreatMissingData));
        Assert.Equal(("FunctionName", "orders"), (Assert.Single(alarm.Dimensions).Name, alarm.Dimensions[0].Value));
        Assert.Equal(["arn:aws:sns:us-west-2:123456789012:topic"], alarm.AlarmActions);
    }

    [Fact]
    public async Task DescribeAlarms_can_be_of_a_prefix_and_a_state()
    {
        var name = await AlarmAsync();

        Assert.Equal(
            [name],
            (await _metrics.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = name })).MetricAlarms.Select(alarm =>
                alarm.AlarmName
            )
        );
        Assert.Empty(
            (
                await _metrics.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name], StateValue = StateValue.ALARM })
            ).MetricAlarms
                ?? []
        );
    }

    [Fact]
    public async Task SetAlarmState_of_an_unknown_alarm_is_not_found()
    {
        var name = await AlarmAsync();

        await _metrics.SetAlarmStateAsync(
            new SetAlarmStateRequest
            {
                AlarmName = name,
                StateValue = StateValue.ALARM,
                StateReason = "a contract",
            }
        );

        var alarm = await AlarmAsync(name);
        Assert.Equal((StateValue.ALARM, "a contract"), (alarm.StateValue, alarm.StateReason));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _metrics.SetAlarmStateAsync(
                new SetAlarmStateRequest
                {
                    AlarmName = "nobody",
                    StateValue = StateValue.OK,
                    StateReason = "r",
                }
            )
        );
    }

    [Fact]
    public async Task DeleteAlarms_leaves_nothing()
    {
        var name = await AlarmAsync();

        await _metrics.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = [name] });

        Assert.Empty((await _metrics.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] })).MetricAlarms ?? []);
    }

    [Fact]
    public async Task PutMetricData_adds_to_the_sum()
    {
        var space = await DataAsync(1, 2.5);

        Assert.Equal(3.5, (await StatisticsAsync(space)).Sum);
    }

    [Fact]
    public async Task ListMetrics_has_names_and_dimensions()
    {
        var space = await DataAsync(1);

        var metric = Assert.Single((await _metrics.ListMetricsAsync(new ListMetricsRequest { Namespace = space })).Metrics);

        Assert.Equal(("Errors", "orders"), (metric.MetricName, Assert.Single(metric.Dimensions).Value));
    }

    [Fact]
    public async Task GetMetricData_answers_each_query()
    {
        var space = await DataAsync(1, 2);

        var answer = await _metrics.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = Now.AddMinutes(-10),
                EndTime = Now.AddMinutes(10),
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "errors",
                        ReturnData = true,
                        MetricStat = new MetricStat
                        {
                            Metric = Metric(space),
                            Period = 3600,
                            Stat = "Sum",
                        },
                    },
                ],
            }
        );

        var result = Assert.Single(answer.MetricDataResults);
        Assert.Equal(("errors", StatusCode.Complete, 3d), (result.Id, result.StatusCode, result.Values.Sum()));
        Assert.Equal(result.Values.Count, result.Timestamps.Count);
    }

    [Fact]
    public async Task GetMetricStatistics_counts_samples()
    {
        var point = await StatisticsAsync(await DataAsync(1, 2, 6));

        Assert.Equal((3, 9, 6), (point.SampleCount, point.Sum, point.Maximum));
    }

    [Fact]
    public async Task PutDashboard_accepts_a_body()
    {
        var answer = await _metrics.PutDashboardAsync(
            new PutDashboardRequest { DashboardName = NewName("dashboard"), DashboardBody = """{"widgets":[]}""" }
        );

        Assert.Empty(answer.DashboardValidationMessages ?? []);
    }

    [Fact]
    public async Task GetDashboard_of_an_unknown_one_is_its_own_error()
    {
        var name = NewName("dashboard");
        await _metrics.PutDashboardAsync(new PutDashboardRequest { DashboardName = name, DashboardBody = """{"widgets":[]}""" });

        Assert.Equal(
            """{"widgets":[]}""",
            (await _metrics.GetDashboardAsync(new GetDashboardRequest { DashboardName = name })).DashboardBody
        );
        var error = await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(() =>
            _metrics.GetDashboardAsync(new GetDashboardRequest { DashboardName = "nobody" })
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, error.StatusCode);
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static Metric Metric(string space) =>
        new()
        {
            Namespace = space,
            MetricName = "Errors",
            Dimensions = [new Dimension { Name = "FunctionName", Value = "orders" }],
        };

    private async Task<string> AlarmAsync()
    {
        var name = NewName("alarm");
        await _metrics.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = name,
                Namespace = "AWS/Lambda",
                MetricName = "Errors",
                Dimensions = [new Dimension { Name = "FunctionName", Value = "orders" }],
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 3,
                Threshold = 2.5,
                ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
                TreatMissingData = "notBreaching",
                AlarmActions = ["arn:aws:sns:us-west-2:123456789012:topic"],
            }
        );
        return name;
    }

    private async Task<MetricAlarm> AlarmAsync(string name) =>
        (await _metrics.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] })).MetricAlarms.Single();

    private async Task<string> DataAsync(params double[] values)
    {
        var (space, metric) = (NewName("CodeRipple/Contract"), Metric("unused"));
        await _metrics.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = space,
                MetricData =
                [
                    .. values.Select(value => new MetricDatum
                    {
                        MetricName = metric.MetricName,
                        Dimensions = metric.Dimensions,
                        Value = value,
                        Unit = StandardUnit.Count,
                        Timestamp = Now,
                    }),
                ],
            }
        );
        return space;
    }

    private async Task<Datapoint> StatisticsAsync(string space) =>
        Assert.Single(
            (
                await _metrics.GetMetricStatisticsAsync(
                    new GetMetricStatisticsRequest
                    {
                        Namespace = space,
                        MetricName = "Errors",
                        Dimensions = Metric(space).Dimensions,
                        StartTime = Now.AddMinutes(-10),
                        EndTime = Now.AddMinutes(10),
                        Period = 3600,
                        Statistics = [Statistic.Sum, Statistic.SampleCount, Statistic.Maximum],
                    }
                )
            ).Datapoints
        );
}
