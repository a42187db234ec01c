using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Is what was expected contained in the answer? Objects may have more members and arrays more items than expected; text that
/// holds JSON is looked into where an object or array is expected; <c>$gte</c>, <c>$lte</c>, <c>$matches</c> and <c>$exists</c> compare.
/// </summary>
public static class SubsetMatcher
{
    private const int LongestText = 200;
    private const int LongestAnswer = 500;

    // Where answers say what went wrong, whatever wrote them.
    private static readonly HashSet<string> Causes = new(
        ["error", "errors", "errorMessage", "errorType", "exception", "message", "reason", "cause", "detail", "details", "title"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="quotes">Whether more of the answer may be told than what was compared.</param>
    /// <returns>Every difference, and what the answer says of the cause; null when it contains what was expected.</returns>
    public static string? Problem(JsonNode? expected, JsonNode? actual, bool quotes = true)
    {
        var differences = expected is null ? [] : Differences(expected, actual);
        if (differences.Count == 0)
            return null;
        var problem = string.Join("; ", differences);
        if (!quotes)
            return problem;
        if (CauseIn(actual) is { } cause)
            return $"{problem}; it says {cause}";
        return actual is JsonObject or JsonArray ? $"{problem}; the answer was {JsonText.Of(actual, LongestAnswer)}" : problem;
    }

    // The members that name a cause, those of a body that is JSON text too; null when there is none.
    private static string? CauseIn(JsonNode? answer)
    {
        if (Unwrap(answer) is not JsonObject members)
            return null;
        var found = members
            .Where(m => m.Value is not null && Causes.Contains(m.Key))
            .Select(m => $"{m.Key} {JsonText.Of(m.Value, LongestText)}")
            .ToList();
        return found.Count > 0
            ? string.Join(", ", found)
            : members.Select(m => m.Value).Where(v => v is JsonObject or JsonValue).Select(CauseIn).FirstOrDefault(c => c is not null);
    }

    /// <returns>Every difference, each with its path; none when the answer contains what was expected.</returns>
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual)
    {
        var found = new List<string>();
        Compare(expected, actual, "", found);
        return found;
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> found)
    {
        if (expected is JsonObject { Count: > 0 } matchers && matchers.All(m => m.Key.StartsWith('$')))
        {
            foreach (var (name, operand) in matchers)
                Apply(name, operand, actual, path, found);
            return;
        }

        if (expected is JsonObject or JsonArray)
            actual = Unwrap(actual);
        switch (expected)
        {
            case JsonObject members when actual is JsonObject answer:
                foreach (var (name, value) in members)
                    Compare(value, answer[name], $"{path}/{name}", found);
                break;
            case JsonArray items when actual is JsonArray answers:
                for (var i = 0; i < items.Count; i++)
                    if (!answers.Any(answer => Differences(items[i], answer).Count == 0))
                        found.Add($"{Name(path)} has no item like {Text(items[i])}");
                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                    found.Add($"{Name(path)} is {Text(actual)}, expected {Text(expected)}");
                break;
        }
    }

    private static void Apply(string matcher, JsonNode? operand, JsonNode? actual, string path, List<string> found)
    {
        var (holds, says) = matcher switch
        {
            "$exists" => (
                (actual is not null) == (operand?.GetValueKind() == JsonValueKind.True),
                operand?.GetValueKind() == JsonValueKind.True ? "to be there" : "to be absent"
            ),
            "$gte" => (Number(actual) >= Number(operand), $"at least {Text(operand)}"),
            "$lte" => (Number(actual) <= Number(operand), $"at most {Text(operand)}"),
            "$matches" => Matches(actual, operand),
            _ => (false, $"a known matcher ($gte, $lte, $matches, $exists), not {matcher}"),
        };
        if (!holds)
            found.Add($"{Name(path)} is {Text(actual)}, expected {says}");
    }

    private static (bool Holds, string Says) Matches(JsonNode? actual, JsonNode? pattern)
    {
        var invalid = (false, $"to match a valid pattern, not {Text(pattern)}");
        if (pattern?.GetValueKind() != JsonValueKind.String)
            return invalid;
        try
        {
            var expression = new Regex(pattern.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1));
            return (actual is not null && expression.IsMatch(Plain(actual)), $"to match {Text(pattern)}");
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return invalid;
        }
    }

    private static JsonNode? Unwrap(JsonNode? actual)
    {
        if (actual?.GetValueKind() != JsonValueKind.String)
            return actual;
        try
        {
            return JsonNode.Parse(actual.GetValue<string>());
        }
        catch (JsonException)
        {
            return actual;
        }
    }

    // NaN compares as false with everything.
    private static double Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number ? double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) : double.NaN;

    private static string Plain(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    private static string Name(string path) => path.Length == 0 ? "the answer" : path.TrimStart('/');

    private static string Text(JsonNode? node) => JsonText.Of(node, LongestText);
}
