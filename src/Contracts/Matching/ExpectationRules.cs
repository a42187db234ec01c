using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Finds matchers that could never hold before any test runs: a typing error must not look like a broken function.</summary>
internal static class ExpectationRules
{
    private const string Known = "$exists, $gte, $lte and $matches";

    /// <param name="path">JSON pointer of the expectation.</param>
    public static void Check(JsonNode? expected, string path, List<RequestError> errors)
    {
        switch (expected)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                    CheckMember(members, name, value, path, errors);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Check(items[i], $"{path}/{i}", errors);
                break;
        }
    }

    private static void CheckMember(JsonObject members, string name, JsonNode? value, string path, List<RequestError> errors)
    {
        if (members.All(m => m.Key.StartsWith('$')))
            errors.AddRange(FindProblem(name, value) is { } problem ? [new RequestError($"{path}/{name}", problem)] : []);
        else if (name is "$exists" or "$gte" or "$lte" or "$matches")
            errors.Add(new RequestError($"{path}/{name}", "is mixed with members of the answer; put a matcher in an object of its own"));
        else
            Check(value, $"{path}/{name}", errors);
    }

    private static string? FindProblem(string matcher, JsonNode? operand) =>
        matcher switch
        {
            "$exists" => operand?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
            "$gte" or "$lte" => operand?.GetValueKind() == JsonValueKind.Number ? null : "must be a number",
            "$matches" => operand?.GetValueKind() == JsonValueKind.String
                ? FindPatternProblem(operand.GetValue<string>())
                : "must be a regular expression as text",
            _ => $"is not a matcher; use one of {Known}",
        };

    private static string? FindPatternProblem(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"is no regular expression: {e.Message}";
        }
    }
}
