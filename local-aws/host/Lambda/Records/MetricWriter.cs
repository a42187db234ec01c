using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <param name="At">When the invocation started: the minute that AWS counts it in.</param>
internal sealed record InvocationMetric(
    FunctionRoute Route,
    string? ExecutedVersion,
    DateTimeOffset At,
    string Name,
    string Unit,
    double Value
);

/// <summary>The metrics of namespace AWS/Lambda, each under the dimension sets that AWS uses.</summary>
internal sealed class MetricWriter : IAsyncDisposable
{
    // PutMetricData takes as many values for one metric.
    private const int MaxValues = 150;
    private readonly MotoClient _moto;
    private readonly BackgroundBatches<InvocationMetric> _batches;

    public MetricWriter(MotoClient moto, ILogger log)
    {
        _moto = moto;
        _batches = new BackgroundBatches<InvocationMetric>(SendAsync, log);
    }

    public void Invoked(FunctionRoute route, string version, DateTimeOffset at, TimeSpan duration, bool failed, int concurrent)
    {
        void Add(string name, string unit, double value) => _batches.Add(new InvocationMetric(route, version, at, name, unit, value));
        Add("Invocations", "Count", 1);
        Add("Errors", "Count", failed ? 1 : 0);
        Add("Throttles", "Count", 0);
        Add("Duration", "Milliseconds", duration.TotalMilliseconds);
        Add("ConcurrentExecutions", "Count", concurrent);
    }

    /// <summary>A throttled call counts neither as an invocation nor as an error.</summary>
    public void Throttled(FunctionRoute route, DateTimeOffset at) =>
        _batches.Add(new InvocationMetric(route, null, at, "Throttles", "Count", 1));

    public Task FlushAsync() => _batches.FlushAsync();

    public ValueTask DisposeAsync() => _batches.DisposeAsync();

    private async Task SendAsync(IReadOnlyList<InvocationMetric> metrics)
    {
        var data = metrics
            .SelectMany(Points)
            .GroupBy(point => point.Series)
            .SelectMany(series => series.Chunk(MaxValues).Select(JsonNode (points) => Datum(series.Key, points)));
        foreach (var request in data.Chunk(500))
            await _moto.PostLocalAsync(
                "metrics",
                new JsonObject { ["Namespace"] = "AWS/Lambda", ["MetricData"] = new JsonArray(request) },
                CancellationToken.None
            );
    }

    private static IEnumerable<(Series Series, double Value)> Points(InvocationMetric metric)
    {
        var function = metric.Route.FunctionName;
        var resource = metric.Route.Qualifier is { } qualifier ? $"{function}:{qualifier}" : function;
        var minute = metric.At.ToUnixTimeSeconds() / 60 * 60;
        Series Of(string? ofResource, string? version) => new(metric.Name, metric.Unit, minute, function, ofResource, version);
        yield return (Of(null, null), metric.Value);
        yield return (Of(resource, null), metric.Value);
        // AWS promises the version only of an alias that splits its traffic (Lambda Developer Guide, "Types of metrics").
        if (metric.Route.Routes.Count > 1 && metric.ExecutedVersion is { } version)
            yield return (Of(resource, version), metric.Value);
    }

    private static JsonObject Datum(Series series, (Series Series, double Value)[] points)
    {
        var dimensions = new JsonArray(Dimension("FunctionName", series.Function));
        if (series.Resource is not null)
            dimensions.Add(Dimension("Resource", series.Resource));
        if (series.ExecutedVersion is not null)
            dimensions.Add(Dimension("ExecutedVersion", series.ExecutedVersion));
        var values = points.GroupBy(point => point.Value).Select(same => (Value: same.Key, Count: same.Count())).ToArray();
        return new JsonObject
        {
            ["MetricName"] = series.Name,
            ["Unit"] = series.Unit,
            ["Timestamp"] = series.Minute,
            ["Dimensions"] = dimensions,
            ["Values"] = new JsonArray([.. values.Select(JsonNode (value) => value.Value)]),
            ["Counts"] = new JsonArray([.. values.Select(JsonNode (value) => value.Count)]),
        };
    }

    private static JsonObject Dimension(string name, string value) => new() { ["Name"] = name, ["Value"] = value };

    private sealed record Series(string Name, string Unit, long Minute, string Function, string? Resource, string? ExecutedVersion);
}
