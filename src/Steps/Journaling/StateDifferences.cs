using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>
/// In what two states of a resource differ, for people. Messages go far: the values of plain members are told, such as numbers, names and
/// ARNs; of environment variables and of texts that may hold anything, only that they differ.
/// </summary>
internal static partial class StateDifferences
{
    private const string Variables = "environment";

    /// <param name="is">Null when the resource does not exist.</param>
    /// <param name="was">What it is compared with; null when there was none.</param>
    public static string Between(JsonNode? @is, JsonNode? was) =>
        (@is, was) switch
        {
            (null, null) => "it does not exist",
            (null, _) => "it is gone",
            (_, null) => "it exists, and did not",
            _ => string.Join(", ", Find(@is, was, "")),
        };

    private static IEnumerable<string> Find(JsonNode? @is, JsonNode? was, string path)
    {
        if (JsonNode.DeepEquals(@is, was))
            return [];
        if (@is is JsonObject mine && was is JsonObject theirs)
            return mine.Select(member => member.Key)
                .Union(theirs.Select(member => member.Key))
                .SelectMany(name => Find(mine[name], theirs[name], path.Length == 0 ? name : $"{path} {name}"));
        return [Text(@is) is { } now && Text(was) is { } then && !IsVariable(path) ? $"{path} is {now}, was {then}" : $"{path} differs"];
    }

    private static bool IsVariable(string path) => path == Variables || path.StartsWith($"{Variables} ", StringComparison.Ordinal);

    /// <summary>Null for what may hold anything.</summary>
    private static string? Text(JsonNode? value) =>
        value switch
        {
            null => "absent",
            JsonArray items => items.Select(Text).ToList() is var texts && texts.Contains(null) ? null : $"[{string.Join(", ", texts)}]",
            JsonValue text when text.GetValueKind() == JsonValueKind.String => Plain().IsMatch((string)text!) ? (string)text! : null,
            JsonValue number => number.ToJsonString(),
            _ => null,
        };

    [GeneratedRegex(@"^[\w:/.$*@+-]{1,256}\z")]
    private static partial Regex Plain();
}
