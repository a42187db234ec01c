using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Client.Facts;

/// <summary>What only a real account can tell.</summary>
/// <param name="Name">For programs, for instance <c>alias.propagationSeconds</c>.</param>
/// <param name="Question">For people.</param>
/// <param name="Expected">What the product relies on, in words.</param>
/// <param name="Observed">Null when it could not be observed.</param>
/// <param name="AsExpected">Null when nothing depends on it, or when it could not be observed.</param>
internal sealed record Fact(string Name, string Question, string Expected, JsonNode? Observed, bool? AsExpected)
{
    /// <summary>A duration that must not be longer than the product waits.</summary>
    public static Fact Within(string name, string question, TimeSpan limit, TimeSpan? observed) =>
        new(
            name,
            question,
            $"at most {limit.TotalSeconds:0} s",
            observed is { } seen ? Math.Round(seen.TotalSeconds, 1) : null,
            observed is null ? null : observed <= limit
        );

    public JsonObject ToJson() =>
        new()
        {
            ["name"] = Name,
            ["question"] = Question,
            ["expected"] = Expected,
            ["observed"] = Observed?.DeepClone(),
            ["asExpected"] = AsExpected,
        };
}
