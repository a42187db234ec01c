using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>moto answered a call of the gateway with an error.</summary>
internal sealed partial class MotoException(HttpStatusCode status, string errorCode, string message)
    : HttpRequestException(message, null, status)
{
    public string ErrorCode => errorCode;

    public static MotoException From(HttpResponseMessage response, string body)
    {
        var code = response.Headers.TryGetValues("x-amzn-ErrorType", out var values)
            ? values.First()
            : FromJson(body) ?? FromXml(body) ?? "";
        // "com.amazonaws…#Code:http://…" is one of the forms in use.
        code = code[(code.LastIndexOf('#') + 1)..].Split(':')[0];
        return new MotoException(response.StatusCode, code, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {body}");
    }

    private static string? FromJson(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject error ? (string?)(error["__type"] ?? error["code"]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FromXml(string body) => CodeElement().Match(body) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<Code>([^<]*)</Code>")]
    private static partial Regex CodeElement();
}
