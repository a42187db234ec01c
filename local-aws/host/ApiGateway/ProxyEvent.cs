using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>The event of a Lambda proxy integration, payload version 1.0.</summary>
internal static class ProxyEvent
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static JsonObject Build(
        HttpRequest http,
        StageRequest request,
        ResourceMatch match,
        StageSnapshot stage,
        byte[] body,
        DateTimeOffset now
    )
    {
        var (text, isBase64) = Text(body);
        return new JsonObject
        {
            ["resource"] = match.Resource.Path,
            ["path"] = request.Path,
            ["httpMethod"] = http.Method,
            ["headers"] = Last(http.Headers),
            ["multiValueHeaders"] = All(http.Headers),
            ["queryStringParameters"] = http.Query.Count == 0 ? null : Last(http.Query),
            ["multiValueQueryStringParameters"] = http.Query.Count == 0 ? null : All(http.Query),
            ["pathParameters"] = Map(match.Parameters),
            ["stageVariables"] = Map(stage.Variables),
            ["requestContext"] = Context(http, request, match, now),
            ["body"] = text,
            ["isBase64Encoded"] = isBase64,
        };
    }

    private static JsonObject Context(HttpRequest http, StageRequest request, ResourceMatch match, DateTimeOffset now) =>
        new()
        {
            ["resourcePath"] = match.Resource.Path,
            ["httpMethod"] = http.Method,
            ["path"] = $"/{request.Stage}{request.Path}",
            ["accountId"] = "123456789012",
            ["apiId"] = request.ApiId,
            ["stage"] = request.Stage,
            ["protocol"] = http.Protocol,
            ["requestId"] = request.Id,
            ["extendedRequestId"] = request.Id,
            ["requestTime"] = now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
            ["requestTimeEpoch"] = now.ToUnixTimeMilliseconds(),
            ["domainName"] = http.Host.Value,
            ["domainPrefix"] = request.ApiId,
            ["identity"] = new JsonObject
            {
                ["sourceIp"] = http.HttpContext.Connection.RemoteIpAddress?.ToString(),
                ["userAgent"] = (string?)http.Headers.UserAgent,
            },
        };

    private static (string? Text, bool IsBase64) Text(byte[] body)
    {
        if (body.Length == 0)
            return (null, false);
        try
        {
            return (Strict.GetString(body), false);
        }
        catch (DecoderFallbackException)
        {
            return (Convert.ToBase64String(body), true);
        }
    }

    private static JsonObject? Map(IReadOnlyDictionary<string, string> pairs) =>
        pairs.Count == 0 ? null : new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static JsonObject Last(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value[^1])));

    private static JsonObject All(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        new(
            pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode?)value)])))
        );
}
