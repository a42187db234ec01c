using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>What a function answered to a proxy event.</summary>
internal sealed record ProxyAnswer(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private static readonly HashSet<string> Members = ["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"];

    /// <summary>
    /// Null when API Gateway would call it a "malformed Lambda proxy response": no object, or with members it does not know.
    /// </summary>
    public static ProxyAnswer? Parse(byte[] payload)
    {
        try
        {
            if (JsonNode.Parse(payload) is not JsonObject json || json.Any(member => !Members.Contains(member.Key)))
                return null;
            var body = (string?)json["body"] ?? "";
            return new ProxyAnswer(
                StatusOf(json["statusCode"]),
                [.. HeadersOf(json)],
                (bool?)json["isBase64Encoded"] == true ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body)
            );
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static int StatusOf(JsonNode? status)
    {
        var code = status is null ? 200 : int.Parse(status.ToString(), CultureInfo.InvariantCulture);
        return code is >= 100 and <= 599 ? code : throw new FormatException($"{code} is no HTTP status.");
    }

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(JsonObject json)
    {
        var multiple = json["multiValueHeaders"] as JsonObject ?? [];
        foreach (var (name, value) in json["headers"] as JsonObject ?? [])
        {
            if (value is not null && !multiple.ContainsKey(name))
                yield return KeyValuePair.Create(name, value.ToString());
        }

        foreach (var (name, values) in multiple)
        {
            foreach (var value in values as JsonArray ?? [])
                yield return KeyValuePair.Create(name, value?.ToString() ?? "");
        }
    }
}
