using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>A request that lies in the release bucket: <c>{ "requestUri": "s3://…/requests/x.json", "versionId": "…" }</c>.</summary>
internal static class RequestFile
{
    public const string Uri = "requestUri";

    /// <summary>Optional: the version of the object. Without it, the newest counts.</summary>
    public const string Version = "versionId";

    public static bool IsReference(JsonNode? request) => request is JsonObject o && o[Uri] is not null;

    /// <summary>Key of the object that a request refers to; null when it does not, or when people may not put requests there.</summary>
    public static string? KeyIn(ReleaseBucket bucket, JsonNode? request)
    {
        if (request is not JsonObject reference || Text(reference[Uri]) is not { } uri)
            return null;
        var key = uri.StartsWith(bucket.UriOf(""), StringComparison.Ordinal) ? uri[bucket.UriOf("").Length..] : "";
        return key.StartsWith(ReleaseBucket.Requests, StringComparison.Ordinal) || key.StartsWith(ReleaseBucket.Inputs, StringComparison.Ordinal) ? key : null;
    }

    public static string? VersionIn(JsonNode? request) => Text((request as JsonObject)?[Version]);

    public static JsonNode? TryParse(string text)
    {
        try
        {
            return RequestReader.Parse(text);
        }
        catch (InvalidReleaseRequestException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
