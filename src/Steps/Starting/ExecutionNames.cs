using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Starting;

/// <summary>
/// Names of executions that are the same for the same request: 80 letters, digits, hyphens and underscores at most
/// (Step Functions, StartExecution). A request without an id is released under this name, so those names fit a release id, too.
/// </summary>
internal static partial class ExecutionNames
{
    private const int Longest = 80;
    private const int LongestStem = 40;

    /// <summary>From application and id of a request; null when it has none that could be right.</summary>
    public static string? OfRelease(JsonNode? request) =>
        ReleaseKey.TryCreate(Text(request, "application"), Text(request, "id"))?.ExecutionName;

    public static string OfEvent(string what, string eventId) =>
        EventId().IsMatch(eventId) ? $"{what}-{eventId}" : $"{what}-{Digest(eventId)}";

    /// <summary>From a version of a file in the bucket.</summary>
    public static string OfFile(string key, string version)
    {
        var stem = NotInNames().Replace(Path.GetFileNameWithoutExtension(key), "-").Trim('-', '_');
        return $"file-{(stem.Length <= LongestStem ? stem : stem[..LongestStem])}-{Digest($"{key}\n{version}")}";
    }

    /// <summary>For another input, when a name is taken.</summary>
    public static string OfOther(string name, string input)
    {
        var digest = Digest(input);
        return $"{name[..Math.Min(name.Length, Longest - 1 - digest.Length)]}-{digest}";
    }

    private static string? Text(JsonNode? request, string member) =>
        request is JsonObject o && o[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Digest(string text) => Sha256.Of(text).Prefix(12);

    [GeneratedRegex("^[A-Za-z0-9-]{1,48}$")]
    private static partial Regex EventId();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex NotInNames();
}
