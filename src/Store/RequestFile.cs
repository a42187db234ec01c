using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>A request that lies in the release bucket: <c>{ "requestUri": "s3://…/requests/x.json", "versionId": "…" }</c>.</summary>
public static class RequestFile
{
    /// <summary>Member of the reference: where the request lies.</summary>
    public const string Uri = "requestUri";

    /// <summary>Optional: the version of the object. Without it, the newest counts.</summary>
    public const string Version = "versionId";

    // Step Functions takes 262,144 bytes; the machine adds to the input before it puts it away.
    private const int LargestInput = 200_000;

    /// <summary>Whether a request can only be given to an execution as a file.</summary>
    public static bool IsNeededFor(JsonNode request) => Encoding.UTF8.GetByteCount(request.ToJsonString()) > LargestInput;

    /// <summary>The reference to a request.</summary>
    /// <param name="version">Null = the newest.</param>
    public static JsonObject ReferTo(string uri, string? version = null)
    {
        var reference = new JsonObject { [Uri] = uri };
        if (version is not null)
            reference[Version] = version;
        return reference;
    }

    /// <summary>Whether a request only says where the request lies.</summary>
    public static bool IsReference(JsonNode? request) => request is JsonObject o && o[Uri] is not null;

    /// <summary>Key of the object that a request refers to; null when it does not, or when people may not put requests there.</summary>
    public static string? KeyIn(ReleaseBucket bucket, JsonNode? request)
    {
        if (request is not JsonObject reference || Text(reference[Uri]) is not { } uri)
            return null;
        return bucket.KeyOf(uri) is { } key && (IsBelow(BucketKeys.Requests) || IsBelow(BucketKeys.Inputs)) ? key : null;

        bool IsBelow(string prefix) => key.StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>The version of the object that a request refers to; null when it names none.</summary>
    public static string? VersionIn(JsonNode? request) => Text((request as JsonObject)?[Version]);

    /// <summary>Null when it is not JSON.</summary>
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
