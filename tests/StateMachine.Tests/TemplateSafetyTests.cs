using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>What protects records, messages and people's attention, and must not get lost from template.yaml unseen.</summary>
public sealed class TemplateSafetyTests
{
    private static readonly string[] OperatorAlarms =
    [
        "ReleaseInterruptedAlarm",
        "RollbackFailedAlarm",
        "StepErrorsAlarm",
        "UndeliveredEventsAlarm",
    ];

    private static readonly string[] RateAlarms =
    [
        "ReleaseFailureAlarm",
        "InfrastructureFailureAlarm",
        "FunctionDeploymentFailureAlarm",
        "TableAccessFailureAlarm",
        "RuleFailureAlarm",
    ];

    [Theory]
    [InlineData("ReleaseFailureAlarm", 10, 86400)]
    [InlineData("InfrastructureFailureAlarm", 5, 300)]
    [InlineData("FunctionDeploymentFailureAlarm", 10, 86400)]
    [InlineData("TableAccessFailureAlarm", 5, 300)]
    [InlineData("RuleFailureAlarm", 10, 300)]
    public void People_are_notified_when_more_than_so_many_percent_fail(string alarm, long percent, long seconds)
    {
        var properties = Properties(alarm);

        Assert.Equal(
            ("GreaterThanThreshold", percent, 1L),
            ((string?)properties["ComparisonOperator"], (long)properties["Threshold"]!, (long)properties["EvaluationPeriods"]!)
        );
        var metrics = properties["Metrics"]!.AsArray();
        Assert.All(
            metrics.Select(m => m!["MetricStat"]).Where(m => m is not null),
            m => Assert.Equal(("Sum", seconds), ((string?)m!["Stat"], (long)m["Period"]!))
        );
        var rate = Assert.Single(metrics, m => m!["Expression"] is not null)!;
        Assert.StartsWith("100 * ", (string?)rate["Expression"], StringComparison.Ordinal);
        Assert.True((bool)rate["ReturnData"]!);
        Assert.Equal("NotificationTopic", Template.Named(Assert.Single(properties["AlarmActions"]!.AsArray())));
    }

    [Fact]
    public void An_alarm_whose_data_comes_with_a_release_or_a_check_does_not_end_because_there_is_none() =>
        Assert.All(RateAlarms, alarm => Assert.Equal("ignore", (string?)Properties(alarm)["TreatMissingData"]));

    // Two applications are checked one after the other: the data of the second must not tell people that the first is well.
    [Fact]
    public void An_alarm_of_health_checks_sends_no_all_clear_which_the_health_check_itself_does() =>
        Assert.All(
            RateAlarms.Where(alarm => Properties(alarm)["Metrics"]!.ToJsonString().Contains("CodeRipple/Health", StringComparison.Ordinal)),
            alarm => Assert.Null(Properties(alarm)["OKActions"])
        );

    [Fact]
    public void Every_alarm_is_one_of_these_and_can_act()
    {
        // This one is for the dashboard.
        Assert.Equal(
            RateAlarms.Concat(OperatorAlarms).Append("ReleaseFailedAlarm").Order(),
            Template.OfType("AWS::CloudWatch::Alarm").Select(a => a.Key).Order()
        );
        Assert.All(
            Template.OfType("AWS::CloudWatch::Alarm"),
            alarm => Assert.NotEqual(false, (bool?)alarm.Value!["Properties"]!["ActionsEnabled"])
        );
    }

    [Fact]
    public void An_operator_is_notified_of_the_first_thing_that_nobody_else_would_tell() =>
        Assert.All(
            OperatorAlarms,
            alarm =>
            {
                var properties = Properties(alarm);
                Assert.Equal(
                    ("GreaterThanOrEqualToThreshold", 1L, 1L),
                    ((string?)properties["ComparisonOperator"], (long)properties["Threshold"]!, (long)properties["EvaluationPeriods"]!)
                );
                Assert.Equal("AlarmTopic", Template.Named(Assert.Single(properties["AlarmActions"]!.AsArray())));
            }
        );

    [Fact]
    public void The_infrastructure_is_checked_from_Monday_to_Saturday()
    {
        var schedule = Properties("HealthCheckSchedule");

        Assert.Equal("cron(0 6 ? * MON-SAT *)", (string?)schedule["ScheduleExpression"]);
        Assert.NotEqual("DISABLED", (string?)schedule["State"]);
        Assert.Equal("HealthCheckStateMachine", Template.Named(schedule["Target"]!["Arn"]));
    }

    [Fact]
    public void The_release_table_is_encrypted_can_be_restored_and_in_production_not_be_deleted()
    {
        var table = Properties("ReleaseTable");

        Assert.True((bool)table["SSESpecification"]!["SSEEnabled"]!);
        Assert.True((bool)table["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!);
        Assert.Equal("""["IsProduction",true,false]""", table["DeletionProtectionEnabled"]!["Fn::If"]!.ToJsonString());
    }

    [Fact]
    public void The_release_bucket_is_private_encrypted_and_keeps_what_is_overwritten()
    {
        var bucket = Properties("ReleaseBucket");

        Assert.Equal("Enabled", (string?)bucket["VersioningConfiguration"]!["Status"]);
        Assert.Equal(
            """{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""",
            bucket["PublicAccessBlockConfiguration"]!.ToJsonString()
        );
        Assert.NotNull(bucket["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]);
    }

    [Fact]
    public void Every_topic_is_encrypted_with_the_key_that_alarms_may_use()
    {
        Assert.All(
            Template.OfType("AWS::SNS::Topic"),
            topic => Assert.Equal("NotificationKey", Template.Named(topic.Value!["Properties"]!["KmsMasterKeyId"]))
        );

        var key = Properties("NotificationKey");
        Assert.True((bool)key["EnableKeyRotation"]!);
        var alarms = Assert.Single(
            key["KeyPolicy"]!["Statement"]!.AsArray(),
            s => (string?)s!["Principal"]!["Service"] == "cloudwatch.amazonaws.com"
        )!;
        Assert.Equal("""["kms:GenerateDataKey*","kms:Decrypt"]""", alarms["Action"]!.ToJsonString());
        Assert.Equal("AWS::AccountId", (string?)alarms["Condition"]!["StringEquals"]!["aws:SourceAccount"]!["Ref"]);
    }

    [Fact]
    public void Topics_of_alarms_and_messages_are_among_those_that_the_health_check_looks_at()
    {
        var variables = Properties("CheckInfrastructure")["Environment"]!["Variables"]!;

        Assert.Equal(
            Template.OfType("AWS::SNS::Topic").Select(t => t.Key).Order(),
            new[] { "ALARM_TOPIC", "NOTIFICATION_TOPIC" }.Select(name => Template.Named(variables[name])!).Order()
        );
    }

    [Fact]
    public void No_execution_logs_what_it_works_on() =>
        Assert.All(
            Template.OfType("AWS::Serverless::StateMachine"),
            machine => Assert.False((bool)machine.Value!["Properties"]!["Logging"]!["IncludeExecutionData"]!)
        );

    private static JsonObject Properties(string resource) => Template.Resources[resource]!["Properties"]!.AsObject();
}
