using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Facts;

/// <summary>Everything that a first contact has found out; it is the file that the command writes.</summary>
internal sealed class FirstContactRecord(string region, DateTimeOffset began)
{
    private readonly List<(string What, ReleaseStatus Expected, ReleaseOutcome Outcome)> _releases = [];

    public List<Fact> Facts { get; } = [];

    /// <summary>What stopped it before its end; null when nothing did.</summary>
    public string? Failure { get; set; }

    /// <summary>What could not be removed.</summary>
    public IReadOnlyList<string> Leftovers { get; set; } = [];

    public IEnumerable<ReleaseOutcome> Outcomes => _releases.Select(r => r.Outcome);

    /// <summary>Whether every release ended as it had to, and nothing is left; facts may differ from what was expected.</summary>
    public bool Succeeded => Failure is null && Leftovers.Count == 0 && _releases.All(r => r.Outcome.Status == r.Expected);

    public void Add(string what, ReleaseStatus expected, ReleaseOutcome outcome) => _releases.Add((what, expected, outcome));

    public JsonObject ToJson() =>
        new()
        {
            ["began"] = began.ToString("O"),
            ["region"] = region,
            ["version"] = typeof(FirstContactRecord).Assembly.GetName().Version?.ToString(),
            ["succeeded"] = Succeeded,
            ["failure"] = Failure,
            ["leftovers"] = new JsonArray([.. Leftovers.Select(l => (JsonNode)l)]),
            ["facts"] = new JsonArray([.. Facts.Select(f => (JsonNode)f.ToJson())]),
            ["releases"] = new JsonArray([.. _releases.Select(r => (JsonNode)Describe(r.What, r.Expected, r.Outcome))]),
        };

    private static JsonObject Describe(string what, ReleaseStatus expected, ReleaseOutcome outcome) =>
        new()
        {
            ["release"] = outcome.Id,
            ["what"] = what,
            ["expected"] = expected.ToString(),
            ["status"] = outcome.Status.ToString(),
            ["seconds"] = Math.Round(outcome.Duration.TotalSeconds, 1),
            ["transitions"] = outcome.Transitions,
            ["failure"] = outcome.Failure,
            ["states"] = new JsonArray([
                .. outcome
                    .Executions.SelectMany(e => e.States)
                    .Where(s => s.IsTimed)
                    .Select(s =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["state"] = s.Name,
                                ["entered"] = s.Entered.ToString("O"),
                                ["seconds"] = s.Duration is { } duration ? Math.Round(duration.TotalSeconds, 2) : null,
                                ["retries"] = s.Retries,
                                ["error"] = s.Error,
                            }
                    ),
            ]),
        };
}
