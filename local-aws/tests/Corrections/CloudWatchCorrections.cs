using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class CloudWatchCorrections
{
    [Correction("What services measure can be seen late when asked for, by queries, statistics and lists alike")]
    public static async Task Late(AwsClients aws)
    {
        var name = TestFunctions.NewName("late");
        await aws.LocalAsync(HttpMethod.Post, "metrics/delay", new { Seconds = 600 });
        try
        {
            await aws.LocalAsync(
                HttpMethod.Post,
                "metrics",
                new { Namespace = "Specs", MetricData = new[] { new { MetricName = name, Value = 7.0 } } }
            );
            Assert.Empty(await TestMetrics.ValuesAsync(aws, "m", TestMetrics.Query("m", name)));
            Assert.Empty((await TestMetrics.CallAsync(aws, "ListMetrics", new { MetricName = name })).Json["Metrics"]!.AsArray());
        }
        finally
        {
            await aws.LocalAsync(HttpMethod.Post, "metrics/delay", new { Seconds = 0 });
        }

        Assert.Equal(7.0, Assert.Single(await TestMetrics.ValuesAsync(aws, "m", TestMetrics.Query("m", name))));
    }

    [Correction("What somebody puts is not late")]
    public static async Task Own_data_at_once(AwsClients aws)
    {
        var name = TestFunctions.NewName("own");
        Assert.Equal(200, (int)(await aws.LocalAsync(HttpMethod.Post, "metrics/delay", new { Seconds = 600 })).Status);
        try
        {
            await TestMetrics.PutAsync(aws, name, 7);
            Assert.Equal(7.0, Assert.Single(await TestMetrics.ValuesAsync(aws, "m", TestMetrics.Query("m", name))));
        }
        finally
        {
            await aws.LocalAsync(HttpMethod.Post, "metrics/delay", new { Seconds = 0 });
        }
    }

    [Correction("A new alarm has INSUFFICIENT_DATA, and an update keeps the state it has")]
    public static async Task State_kept(AwsClients aws)
    {
        var alarm = await AlarmAsync(aws, TestFunctions.NewName("m"));
        Assert.Equal("INSUFFICIENT_DATA", (string?)(await DescribeAsync(aws, alarm))["StateValue"]);
        await SetStateAsync(aws, alarm, "ALARM");
        await AlarmAsync(aws, "another", alarm);
        Assert.Equal("ALARM", (string?)(await DescribeAsync(aws, alarm))["StateValue"]);
    }

    [Correction("Operator, statistic and period of an alarm are validated")]
    public static async Task Validated(AwsClients aws)
    {
        foreach (var (field, value) in ((string, JsonNode)[])[("ComparisonOperator", "Sideways"), ("Statistic", "Guess"), ("Period", 61)])
        {
            var wrong = Definition(TestFunctions.NewName("m"), TestFunctions.NewName("a"));
            wrong[field] = value;
            Assert.Equal(400, (int)(await TestMetrics.CallAsync(aws, "PutMetricAlarm", wrong)).Status);
        }
    }

    [Correction("Alarms are listed in pages, by name, and composite alarms only when asked for")]
    public static async Task Listed(AwsClients aws)
    {
        var (prefix, metric) = (TestFunctions.NewName("list"), TestFunctions.NewName("m"));
        await AlarmAsync(aws, metric, prefix + "-b");
        await AlarmAsync(aws, metric, prefix + "-a");
        await TestMetrics.CallAsync(aws, "PutCompositeAlarm", new { AlarmName = prefix + "-c", AlarmRule = $"ALARM({prefix}-a)" });
        var first = (await TestMetrics.CallAsync(aws, "DescribeAlarms", new { AlarmNamePrefix = prefix, MaxRecords = 1 })).Json;
        Assert.Equal([prefix + "-a"], first["MetricAlarms"]!.AsArray().Select(Name));
        var rest = (
            await TestMetrics.CallAsync(
                aws,
                "DescribeAlarms",
                new
                {
                    AlarmNamePrefix = prefix,
                    MaxRecords = 1,
                    NextToken = (string?)first["NextToken"],
                }
            )
        ).Json;
        Assert.Equal([prefix + "-b"], rest["MetricAlarms"]!.AsArray().Select(Name));
        Assert.Null(rest["NextToken"]);
        var composite = (
            await TestMetrics.CallAsync(aws, "DescribeAlarms", new { AlarmNamePrefix = prefix, AlarmTypes = new[] { "CompositeAlarm" } })
        ).Json;
        Assert.Equal([prefix + "-c"], composite["CompositeAlarms"]!.AsArray().Select(Name));
    }

    [Correction("Statistics are of the metric with exactly these dimensions")]
    public static async Task Dimensions(AwsClients aws)
    {
        var metric = TestFunctions.NewName("m");
        await TestMetrics.PutAsync(aws, metric, 1);
        await TestMetrics.PutAsync(aws, metric, 10, dimension: "a");
        Assert.Equal(1.0, Assert.Single(await TestMetrics.ValuesAsync(aws, "q", TestMetrics.Query("q", metric))));
    }

    [Correction("Percentiles are computed")]
    public static async Task Percentile(AwsClients aws)
    {
        var metric = TestFunctions.NewName("m");
        for (var value = 1; value <= 20; value++)
            await TestMetrics.PutAsync(aws, metric, value);
        Assert.Equal(19.0, (await TestMetrics.ValuesAsync(aws, "q", TestMetrics.Query("q", metric, "p95"))).Max());
    }

    [Correction("Metric math is evaluated")]
    public static async Task Expression(AwsClients aws)
    {
        var (errors, calls) = (TestFunctions.NewName("e"), TestFunctions.NewName("i"));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (name, value) in ((string, int)[])[(errors, 5), (calls, 50)])
        {
            var data = new
            {
                MetricName = name,
                Value = value,
                Timestamp = now,
            };
            await TestMetrics.CallAsync(aws, "PutMetricData", new { Namespace = "Specs", MetricData = new[] { data } });
        }

        var rate = new { Id = "r", Expression = "IF(i >= 20, 100 * FILL(e, 0) / i, 0)" };
        var values = await TestMetrics.ValuesAsync(
            aws,
            "r",
            TestMetrics.Query("e", errors, returned: false),
            TestMetrics.Query("i", calls, returned: false),
            rate
        );
        Assert.Equal(10.0, Assert.Single(values));
    }

    [Correction("A metric is listed once, however often data was put")]
    public static async Task Listed_once(AwsClients aws)
    {
        var metric = TestFunctions.NewName("m");
        await TestMetrics.PutAsync(aws, metric, 1);
        await TestMetrics.PutAsync(aws, metric, 2);
        await TestMetrics.ListedAsync(aws, new { Namespace = "Specs", MetricName = metric });
    }

    [Correction("Only AWS puts data into AWS/ namespaces; the gateway does it by the launcher's route")]
    public static async Task Reserved(AwsClients aws)
    {
        var name = TestFunctions.NewName("m");
        var data = new { Namespace = "AWS/Lambda", MetricData = new[] { new { MetricName = name, Value = 1 } } };
        Assert.Equal(400, (int)(await TestMetrics.CallAsync(aws, "PutMetricData", data)).Status);
        await aws.LocalAsync(HttpMethod.Post, "metrics", data);
        await TestMetrics.ListedAsync(aws, new { Namespace = "AWS/Lambda", MetricName = name });
    }

    [Correction("An alarm follows its metric, notifies its topic and the bus, and remembers it")]
    public static async Task Evaluated(AwsClients aws)
    {
        var (metric, queue, topic) = (TestFunctions.NewName("m"), await TestQueues.CreateAsync(aws), await TestTopics.CreateAsync(aws));
        var alarm = await AlarmAsync(aws, metric, null, topic);
        await TestQueues.RouteAsync(aws, queue, $$"""{ "source": ["aws.cloudwatch"], "detail": { "alarmName": ["{{alarm}}"] } }""");
        await TestMetrics.PutAsync(aws, metric, 100);
        await aws.LocalAsync(HttpMethod.Post, "alarms/evaluate");
        Assert.Equal("ALARM", (string?)(await DescribeAsync(aws, alarm))["StateValue"]);
        var reported = (await TestQueues.ReceiveAsync(aws, queue, 1))[0];
        Assert.Equal("ALARM", (string?)reported["detail"]!["state"]!["value"]);
        var message = await TestTopics.MessageAsync(aws, topic);
        Assert.Equal(alarm, (string?)JsonNode.Parse((string)message["Message"]!)!["AlarmName"]);
        var history = (
            await TestMetrics.CallAsync(aws, "DescribeAlarmHistory", new { AlarmName = alarm, HistoryItemType = "StateUpdate" })
        ).Json;
        Assert.Equal(
            ["Alarm updated from INSUFFICIENT_DATA to ALARM"],
            history["AlarmHistoryItems"]!.AsArray().Select(one => (string?)one!["HistorySummary"])
        );
    }

    [Correction("An alarm cannot publish to a topic whose key does not let it, as AWS's own key")]
    public static async Task Encrypted(AwsClients aws)
    {
        var own = "arn:aws:sns:us-west-2:123456789012:" + TestFunctions.NewName("t");
        await TestTopics.CallAsync(
            aws,
            "CreateTopic",
            ("Name", own.Split(':')[^1]),
            ("Attributes.entry.1.key", "KmsMasterKeyId"),
            ("Attributes.entry.1.value", "alias/aws/sns")
        );
        var alarm = await AlarmAsync(aws, TestFunctions.NewName("m"), null, own);

        await SetStateAsync(aws, alarm, "ALARM");

        var history = (
            await TestMetrics.CallAsync(aws, "DescribeAlarmHistory", new { AlarmName = alarm, HistoryItemType = "Action" })
        ).Json;
        Assert.Equal(
            [
                $"Failed to execute action {own}. Received error: "
                    + "\"CloudWatch Alarms does not have authorization to access the SNS topic encryption key.\"",
            ],
            history["AlarmHistoryItems"]!.AsArray().Select(one => (string?)one!["HistorySummary"])
        );
    }

    [Correction("A queue reports how many messages lie in it, and an alarm can see that")]
    public static async Task Queues(AwsClients aws)
    {
        var queue = await TestQueues.CreateAsync(aws);
        var name = queue.Arn.Split(':')[^1];
        await TestMetrics.CallAsync(
            aws,
            "PutMetricAlarm",
            new
            {
                AlarmName = name,
                Namespace = "AWS/SQS",
                MetricName = "ApproximateNumberOfMessagesVisible",
                Dimensions = new[] { new { Name = "QueueName", Value = name } },
                Statistic = "Maximum",
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 1,
                ComparisonOperator = "GreaterThanOrEqualToThreshold",
                TreatMissingData = "notBreaching",
            }
        );
        await aws.LocalAsync(HttpMethod.Post, "alarms/evaluate");
        Assert.Equal("OK", (string?)(await DescribeAsync(aws, name))["StateValue"]);
        await aws.AwsJsonAsync("sqs", "AmazonSQS.SendMessage", new { QueueUrl = queue.Url, MessageBody = "lost" });
        await aws.LocalAsync(HttpMethod.Post, "alarms/evaluate");
        Assert.Equal("ALARM", (string?)(await DescribeAsync(aws, name))["StateValue"]);
    }

    [Correction("The content type of a JSON request may name a charset")]
    public static async Task Charset(AwsClients aws)
    {
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/x-amz-json-1.0");
        var answer = await aws.SendAsync(
            "monitoring",
            HttpMethod.Post,
            "/",
            body,
            ("X-Amz-Target", "GraniteServiceVersion20100801.DescribeAlarms")
        );
        Assert.NotNull(answer.Json["MetricAlarms"]);
    }

    [Correction("Actions of an alarm can be disabled")]
    public static async Task Disabled(AwsClients aws)
    {
        var alarm = await AlarmAsync(aws, TestFunctions.NewName("m"));
        await TestMetrics.CallAsync(aws, "DisableAlarmActions", new { AlarmNames = new[] { alarm } });
        Assert.False((bool)(await DescribeAsync(aws, alarm))["ActionsEnabled"]!);
    }

    [Correction("A log message in the embedded metric format is a metric")]
    public static async Task Embedded(AwsClients aws)
    {
        var (group, metric) = (await TestLogs.GroupAsync(aws), TestFunctions.NewName("m"));
        await TestLogs.PutAsync(
            aws,
            group,
            $$"""
            {"_aws":{"Timestamp":{{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[{"Namespace":"Specs","Dimensions":[[]],"Metrics":[{"Name":"{{metric}}"}]}]},"{{metric}}":3}
            """
        );
        await TestMetrics.ListedAsync(aws, new { Namespace = "Specs", MetricName = metric });
    }

    private static JsonObject Definition(string metric, string alarm, string? topic = null) =>
        new()
        {
            ["AlarmName"] = alarm,
            ["Namespace"] = "Specs",
            ["MetricName"] = metric,
            ["Statistic"] = "Sum",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 5,
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["AlarmActions"] = topic is null ? [] : new JsonArray(topic),
        };

    private static async Task<string> AlarmAsync(AwsClients aws, string metric, string? alarm = null, string? topic = null)
    {
        alarm ??= TestFunctions.NewName("a");
        Assert.Equal(200, (int)(await TestMetrics.CallAsync(aws, "PutMetricAlarm", Definition(metric, alarm, topic))).Status);
        return alarm;
    }

    private static Task SetStateAsync(AwsClients aws, string alarm, string state) =>
        TestMetrics.CallAsync(
            aws,
            "SetAlarmState",
            new
            {
                AlarmName = alarm,
                StateValue = state,
                StateReason = "spec",
            }
        );

    private static async Task<JsonNode> DescribeAsync(AwsClients aws, string alarm) =>
        (await TestMetrics.CallAsync(aws, "DescribeAlarms", new { AlarmNames = new[] { alarm } })).Json["MetricAlarms"]!
            .AsArray()
            .Single()!;

    private static string? Name(JsonNode? alarm) => (string?)alarm!["AlarmName"];
}
