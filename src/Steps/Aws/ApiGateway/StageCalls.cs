using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Calls of APIs at their stages, as users make them: over HTTP, without credentials.</summary>
public sealed class StageCalls(HttpClient http, StageUrl url, TimeProvider time)
{
    // API Gateway itself gives up after 29 seconds, unless the account has a higher quota.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Calls an API, and once more when the time for an answer was over: that may have been a busy moment of a machine.</summary>
    /// <returns>Status, headers (names in lower case) and body; a body of JSON as such, any other as text.</returns>
    /// <exception cref="EndToEndTestFailedException">Nothing answered.</exception>
    public async Task<JsonObject> CallAsync(PlannedRoute route, ApiCall call, JsonNode? body)
    {
        var first = await TryAsync(route, call, body);
        if (first is not null && (int)first["status"]! != (int)HttpStatusCode.GatewayTimeout)
            return first;
        return await TryAsync(route, call, body)
            ?? throw new EndToEndTestFailedException(
                $"{call} at {url.Of(route.ApiId, route.Stage)} did not answer, twice: not within {Limit.TotalSeconds} s"
            );
    }

    /// <returns>Null when there was no answer in time.</returns>
    private async Task<JsonObject?> TryAsync(PlannedRoute route, ApiCall call, JsonNode? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), url.Of(route.ApiId, route.Stage) + call.Path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        foreach (var (name, value) in call.Headers)
        {
            // The headers of a body stand apart; to name one of the others there is an error.
            if (request.Headers.TryAddWithoutValidation(name, value) || request.Content is not { } content)
                continue;
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }

        using var deadline = new CancellationTokenSource(Limit, time);
        try
        {
            using var answer = await http.SendAsync(request, deadline.Token);
            return Describe(answer, await answer.Content.ReadAsStringAsync(deadline.Token));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return deadline.IsCancellationRequested
                ? null
                : throw new EndToEndTestFailedException($"{request.RequestUri} did not answer: {e.Message}");
        }
    }

    private static JsonObject Describe(HttpResponseMessage answer, string body) =>
        new()
        {
            ["status"] = (int)answer.StatusCode,
            ["headers"] = new JsonObject(
                answer
                    .Headers.Concat(answer.Content.Headers)
                    .Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), (JsonNode?)string.Join(", ", h.Value)))
            ),
            ["body"] = Read(body),
        };

    private static JsonNode? Read(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }
}

/// <summary>Where stages are reached.</summary>
/// <param name="Form">With {api} and {stage} in it.</param>
public sealed record StageUrl(string Form)
{
    public static StageUrl FromEnvironment() => new(StepSettings.Read("API_URL"));

    public string Of(string api, string stage) =>
        Form.Replace("{api}", api, StringComparison.Ordinal).Replace("{stage}", stage, StringComparison.Ordinal).TrimEnd('/');
}
