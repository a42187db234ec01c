using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>CloudWatch calls of specs.</summary>
internal static class TestMetrics
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(20);

    public static Task<Answer> CallAsync(AwsClients aws, string operation, object body) =>
        aws.AwsJsonAsync("monitoring", "GraniteServiceVersion20100801." + operation, body);

    public static async Task PutAsync(AwsClients aws, string name, double value, string? dimension = null) =>
        Assert.Equal(
            200,
            (int)
                (
                    await CallAsync(
                        aws,
                        "PutMetricData",
                        new
                        {
                            Namespace = "Specs",
                            MetricData = new[]
                            {
                                new
                                {
                                    MetricName = name,
                                    Value = value,
                                    Dimensions = Dimensions(dimension),
                                },
                            },
                        }
                    )
                ).Status
        );

    /// <summary>Waits until ListMetrics knows the metric.</summary>
    public static async Task ListedAsync(AwsClients aws, object metric)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await CallAsync(aws, "ListMetrics", metric)).Json["Metrics"] is not JsonArray { Count: 1 })
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, "the metric is not there");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>The values of one query of GetMetricData over the last hour.</summary>
    public static async Task<double[]> ValuesAsync(AwsClients aws, string id, params object[] queries)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var answer = await CallAsync(
            aws,
            "GetMetricData",
            new
            {
                StartTime = now - 3600,
                EndTime = now + 60,
                MetricDataQueries = queries,
            }
        );
        var result = answer.Json["MetricDataResults"]!.AsArray().Single(one => (string?)one!["Id"] == id)!;
        return [.. result["Values"]!.AsArray().Select(value => (double)value!)];
    }

    public static object Query(string id, string metric, string stat = "Sum", bool returned = true) =>
        new
        {
            Id = id,
            MetricStat = new
            {
                Metric = new { Namespace = "Specs", MetricName = metric },
                Period = 60,
                Stat = stat,
            },
            ReturnData = returned,
        };

    public static object[] Dimensions(string? value) => value is null ? [] : [new { Name = "Kind", Value = value }];
}
