using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>One line in the embedded metric format.</summary>
/// <param name="dimensionSets">Each makes a metric of its own out of every value.</param>
public sealed class MetricLine(string @namespace, DateTimeOffset at, params IReadOnlyList<string>[] dimensionSets)
{
    private readonly JsonArray _definitions = [];
    private readonly JsonObject _members = [];

    /// <param name="unit">One of CloudWatch's units, such as Count or Seconds.</param>
    public void Add(string name, string unit, double value)
    {
        _definitions.Add((JsonNode)new JsonObject { ["Name"] = name, ["Unit"] = unit });
        _members[name] = value;
    }

    /// <summary>
    /// Says the value of a dimension, or something to find in the logs that would be one metric, with its price, per value.
    /// </summary>
    public void Say(string name, string? value) => _members[name] = value;

    internal JsonObject ToJson()
    {
        var sets = dimensionSets.Select(set => new JsonArray([.. set.Select(dimension => (JsonNode)dimension)]));
        var definition = new JsonObject
        {
            ["Namespace"] = @namespace,
            ["Dimensions"] = new JsonArray([.. sets]),
            ["Metrics"] = _definitions,
        };
        var line = new JsonObject
        {
            ["_aws"] = new JsonObject { ["Timestamp"] = at.ToUnixTimeMilliseconds(), ["CloudWatchMetrics"] = new JsonArray(definition) },
        };
        foreach (var (name, value) in _members)
            line[name] = value?.DeepClone();
        return line;
    }
}
