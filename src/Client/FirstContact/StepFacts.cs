using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CodeRipple.Workflow.Client.Facts;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>How long the steps take: to start, and in each state.</summary>
internal sealed partial class StepFacts(IAmazonCloudWatchLogs logs, IAmazonStepFunctions stepFunctions)
{
    /// <summary>The cold starts that the log of the steps has.</summary>
    /// <param name="runtime">What the steps ran on then.</param>
    public async Task<Fact> ColdStartsAsync(string runtime, string logGroup, DateTimeOffset from, CancellationToken cancellationToken)
    {
        List<double> milliseconds = [];
        string? next = null;
        do
        {
            var page = await logs.FilterLogEventsAsync(
                new FilterLogEventsRequest
                {
                    LogGroupName = logGroup,
                    StartTime = from.ToUnixTimeMilliseconds(),
                    NextToken = next,
                },
                cancellationToken
            );
            foreach (var line in page.Events ?? [])
                if (Init().Match(line.Message) is { Success: true } init)
                    milliseconds.Add(double.Parse(init.Groups["ms"].Value, CultureInfo.InvariantCulture));
            next = page.NextToken;
        } while (next is not null);

        milliseconds.Sort();
        return new Fact(
            $"steps.coldStartMilliseconds.{runtime}",
            $"How long does a step take to start on {runtime}?",
            "nothing relies on it; here a native step starts in about 20 ms, a managed one in about 280 ms",
            milliseconds.Count == 0
                ? null
                : new JsonObject
                {
                    ["starts"] = milliseconds.Count,
                    ["median"] = milliseconds[milliseconds.Count / 2],
                    ["slowest"] = milliseconds[^1],
                },
            null
        );
    }

    /// <summary>For each state the longest time that it took, beside the time that it is given.</summary>
    public async Task<Fact> DurationsAsync(
        IEnumerable<string> stateMachines,
        IEnumerable<ReleaseOutcome> outcomes,
        CancellationToken cancellationToken
    )
    {
        var limits = new Dictionary<string, int>();
        foreach (var arn in stateMachines)
        {
            var machine = await stepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = arn },
                cancellationToken
            );
            AddLimits(JsonNode.Parse(machine.Definition)!.AsObject(), limits);
        }

        var longest = outcomes
            .SelectMany(o => o.Executions)
            .SelectMany(e => e.States)
            .Where(s => s.Duration is not null && limits.ContainsKey(s.Name))
            .GroupBy(s => s.Name)
            .ToDictionary(s => s.Key, s => s.Max(run => run.Duration!.Value.TotalSeconds));
        return new Fact(
            "states.longestSeconds",
            "How many seconds does each state take at most, retries included, and how many is one try given?",
            "every state within half of what one try is given",
            new JsonObject(
                longest.Select(s =>
                    KeyValuePair.Create(
                        s.Key,
                        (JsonNode?)new JsonObject { ["longest"] = Math.Round(s.Value, 2), ["given"] = limits[s.Key] }
                    )
                )
            ),
            longest.Count == 0 ? null : longest.All(s => s.Value <= limits[s.Key] / 2.0)
        );
    }

    private static void AddLimits(JsonObject definition, Dictionary<string, int> limits)
    {
        foreach (var (name, state) in definition["States"]?.AsObject() ?? [])
        {
            if (state?["TimeoutSeconds"] is { } seconds && seconds.GetValueKind() == JsonValueKind.Number)
                limits[name] = Math.Max(limits.GetValueOrDefault(name), (int)seconds);
            foreach (var inner in Inner(state!.AsObject()))
                AddLimits(inner, limits);
        }
    }

    private static IEnumerable<JsonObject> Inner(JsonObject state) =>
        new[] { state["ItemProcessor"], state["Iterator"] }.Concat(state["Branches"]?.AsArray() ?? []).OfType<JsonObject>();

    // The report of an invocation, as text or as JSON.
    [GeneratedRegex("""(Init Duration: |"initDurationMs": ?)(?<ms>[0-9.]+)""")]
    private static partial Regex Init();
}
