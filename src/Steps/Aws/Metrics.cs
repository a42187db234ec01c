using System.Text;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Metrics in the embedded metric format: a line of log that CloudWatch turns into metrics. Source: "Embedded metric format specification".</summary>
/// <param name="write">Takes one line.</param>
public sealed class Metrics(Action<string> write, TimeProvider time)
{
    /// <summary>
    /// Writes to standard output itself, not to <see cref="Console.Out"/>: the Lambda runtime puts what is written there into log
    /// messages, and CloudWatch does not look for metrics inside of those.
    /// </summary>
    public static Metrics ToStandardOutput(TimeProvider time)
    {
        var output = Console.OpenStandardOutput();
        return new Metrics(
            line =>
            {
                output.Write(Encoding.UTF8.GetBytes(line + "\n"));
                output.Flush();
            },
            time);
    }

    /// <param name="dimensionSets">Each makes a metric of its own.</param>
    /// <param name="dimensions">Names and values.</param>
    public void Put(string @namespace, IReadOnlyList<IReadOnlyList<string>> dimensionSets, IReadOnlyDictionary<string, string> dimensions, IReadOnlyDictionary<string, double> values)
    {
        var line = new JsonObject
        {
            ["_aws"] = new JsonObject
            {
                ["Timestamp"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
                ["CloudWatchMetrics"] = new JsonArray(new JsonObject
                {
                    ["Namespace"] = @namespace,
                    ["Dimensions"] = new JsonArray([.. dimensionSets.Select(set => new JsonArray([.. set.Select(d => (JsonNode)d!)]))]),
                    ["Metrics"] = new JsonArray([.. values.Keys.Select(name => new JsonObject { ["Name"] = name, ["Unit"] = "Count" })]),
                }),
            },
        };
        foreach (var (name, value) in dimensions)
            line[name] = value;
        foreach (var (name, value) in values)
            line[name] = value;
        write(line.ToJsonString());
    }
}
