using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using CodeRipple.Workflow.Client.Facts;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>Which metrics Lambda writes of an alias that has no weights, and how late they come.</summary>
internal sealed class MetricFacts(IAmazonCloudWatch cloudWatch, string function, string alias, TimeProvider time)
{
    private const int Period = 60;
    private const string OfAlias = "FunctionName+Resource";
    private const string OfVersion = OfAlias + "+ExecutedVersion";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Waits until the invocations of the alias have come, and then a while for those that name the version.</summary>
    /// <param name="version">The version that the alias leads to.</param>
    /// <param name="from">Since when users call the function through its alias.</param>
    /// <param name="patience">How much later the metrics that name the version may come; AWS promises none.</param>
    public async Task<IReadOnlyList<Fact>> ObserveAsync(
        string version,
        DateTimeOffset from,
        TimeSpan deadline,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var seen = new Dictionary<string, TimeSpan>();
        var sets = Sets(version);
        while (seen.Count < sets.Count && time.GetUtcNow() - from < Until())
        {
            foreach (var (name, dimensions) in sets)
                if (!seen.ContainsKey(name) && await InvocationsAsync(dimensions, from, cancellationToken) > 0)
                    seen[name] = time.GetUtcNow() - from;
            if (seen.Count < sets.Count)
                await Task.Delay(Pause, time, cancellationToken);
        }

        TimeSpan Until() => seen.TryGetValue(OfAlias, out var came) && came + patience < deadline ? came + patience : deadline;

        return
        [
            new Fact(
                "metrics.unweightedAlias.delaySeconds",
                "How many seconds after the first invocation through an unweighted alias are its metrics there, by set of dimensions?",
                "FunctionName+Resource within 180 s",
                new JsonObject(seen.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Math.Round(s.Value.TotalSeconds, 1)))),
                seen.TryGetValue(OfAlias, out var delay) && delay <= TimeSpan.FromSeconds(180)
            ),
            new Fact(
                "metrics.unweightedAlias.executedVersion",
                "Does an unweighted alias have metrics with the dimension ExecutedVersion?",
                "nothing relies on it",
                seen.ContainsKey(OfVersion),
                null
            ),
        ];
    }

    private IReadOnlyDictionary<string, List<Dimension>> Sets(string version)
    {
        var name = new Dimension { Name = "FunctionName", Value = function };
        var resource = new Dimension { Name = "Resource", Value = $"{function}:{alias}" };
        var executed = new Dimension { Name = "ExecutedVersion", Value = version };
        return new Dictionary<string, List<Dimension>>
        {
            ["FunctionName"] = [name],
            [OfAlias] = [name, resource],
            [OfVersion] = [name, resource, executed],
        };
    }

    private async Task<double> InvocationsAsync(List<Dimension> dimensions, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var answer = await cloudWatch.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = from.UtcDateTime.AddSeconds(-Period),
                EndTime = time.GetUtcNow().UtcDateTime.AddSeconds(Period),
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "invocations",
                        MetricStat = new MetricStat
                        {
                            Metric = new Metric
                            {
                                Namespace = "AWS/Lambda",
                                MetricName = "Invocations",
                                Dimensions = dimensions,
                            },
                            Period = Period,
                            Stat = "Sum",
                        },
                    },
                ],
            },
            cancellationToken
        );
        return (answer.MetricDataResults ?? []).Sum(r => (r.Values ?? []).Sum());
    }
}
