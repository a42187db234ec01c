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

    private static string Text(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "absent";
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
