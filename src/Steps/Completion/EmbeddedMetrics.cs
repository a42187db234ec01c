using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Steps.Completion;

/// <summary>One line: metrics of an environment, and of the application in it.</summary>
internal sealed class EmbeddedMetrics(DateTimeOffset at, string environment, string? application)
{
    private readonly JsonArray _definitions = [];
    private readonly JsonObject _values = [];

    public void Add(string name, string unit, double value)
    {
        _definitions.Add(new JsonObject { ["Name"] = name, ["Unit"] = unit });
        _values[name] = value;
    }

    public JsonObject ToJson()
    {
        var dimensions = new JsonArray(new JsonArray("Environment"));
        if (application is not null)
            dimensions.Add(new JsonArray("Environment", "Application"));
        var document = new JsonObject
        {
            ["_aws"] = new JsonObject
            {
                ["Timestamp"] = at.ToUnixTimeMilliseconds(),
                ["CloudWatchMetrics"] = new JsonArray(new JsonObject { ["Namespace"] = ReleaseMetrics.Namespace, ["Dimensions"] = dimensions, ["Metrics"] = _definitions }),
            },
            ["Environment"] = environment,
        };
        if (application is not null)
            document["Application"] = application;
        foreach (var (name, value) in _values.ToList())
            document[name] = value!.DeepClone();
        return document;
    }
}
