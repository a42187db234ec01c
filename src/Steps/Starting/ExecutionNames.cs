using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Starting;

/// <summary>
/// Names of executions that are the same for the same wish: 80 letters, digits, hyphens and underscores at most
/// (Step Functions, StartExecution). A request without an id is released under this name, so those names fit a release id, too.
/// </summary>
internal static partial class ExecutionNames
{
    private const int Longest = 80, LongestStem = 40;

    /// <summary>From application and id of a request; null when it has none that could be right.</summary>
    public static string? OfRelease(JsonNode? request)
    {
        if (Text(request, "application") is not { } application || !Fits(application, Patterns.Application))
            return null;
        if (Text(request, "id") is not { } id || !Fits(id, Patterns.ReleaseId))
            return null;
        // Ids are the applications' own, names the machine's. No application has an underscore in its name.
        var name = $"{application}_{id}";
        return name.Length <= Longest ? name : $"{name[..(Longest - 13)]}-{Digest(name)}";
    }

    public static string OfEvent(string what, string eventId) =>
        EventId().IsMatch(eventId) ? $"{what}-{eventId}" : $"{what}-{Digest(eventId)}";

    /// <summary>From a version of a file in the bucket.</summary>
    public static string OfFile(string key, string version)
    {
        var stem = NotInNames().Replace(Path.GetFileNameWithoutExtension(key), "-").Trim('-', '_');
        return $"file-{(stem.Length <= LongestStem ? stem : stem[..LongestStem])}-{Digest($"{key}\n{version}")}";
    }

    private static string? Text(JsonNode? request, string member) =>
        request is JsonObject o && o[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool Fits(string text, string pattern) => Regex.Match(text, pattern).Length == text.Length;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    [GeneratedRegex("^[A-Za-z0-9-]{1,48}$")]
    private static partial Regex EventId();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex NotInNames();
}
