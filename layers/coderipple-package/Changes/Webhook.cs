using System.Text;
using System.Text.Json;

namespace CodeRipple.Changes;

/// <summary>Takes the push out of what a function receives: API Gateway's proxy event, or the payload itself.</summary>
public static class Webhook
{
    /// <returns>Null when it is some other event of GitHub's, such as the ping after a webhook was set up.</returns>
    /// <exception cref="InvalidWebhookException">It is neither, or the payload is no push.</exception>
    public static Push? Read(JsonElement received)
    {
        if (received.ValueKind != JsonValueKind.Object)
            throw new InvalidWebhookException("The event must be a JSON object.");
        if (!IsProxyEvent(received))
            return ReadPayload(received);
        if (GitHubEvent(received) is not (null or "push"))
            return null;

        using var body = ParseBody(received);
        return ReadPayload(body.RootElement);
    }

    private static bool IsProxyEvent(JsonElement received) =>
        received.TryGetProperty("body", out _)
        && (received.TryGetProperty("headers", out _) || received.TryGetProperty("httpMethod", out _));

    private static string? GitHubEvent(JsonElement received)
    {
        if (!received.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object)
            return null;

        // API Gateway passes header names on as the client wrote them.
        var header = headers.EnumerateObject().FirstOrDefault(one => one.Name.Equals("X-GitHub-Event", StringComparison.OrdinalIgnoreCase));
        return header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString() : null;
    }

    private static JsonDocument ParseBody(JsonElement received)
    {
        var body = received.GetProperty("body");
        if (body.ValueKind != JsonValueKind.String)
            throw new InvalidWebhookException("The request has no body.");

        try
        {
            var encoded = received.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
            return JsonDocument.Parse(encoded ? Encoding.UTF8.GetString(body.GetBytesFromBase64()) : body.GetString()!);
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            throw new InvalidWebhookException($"The body is not JSON: {problem.Message}");
        }
    }

    private static Push? ReadPayload(JsonElement payload)
    {
        if (payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("zen", out _))
            return null;
        if (
            payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty("commits", out var commits)
            || commits.ValueKind != JsonValueKind.Array
        )
            throw new InvalidWebhookException("The payload is no push: it has no list 'commits'.");

        try
        {
            return payload.Deserialize(CodeRippleJson.Default.Push)!;
        }
        catch (JsonException problem)
        {
            throw new InvalidWebhookException($"The payload is no push: {problem.Message}");
        }
    }
}
