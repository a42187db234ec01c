using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>Calls of services and operations that the product has no client for.</summary>
internal sealed class UnsignedCalls(LocalAwsHost host) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http = new() { BaseAddress = host.Endpoint };

    public Task<JsonNode> RestAsync(HttpMethod method, string service, string path, JsonObject? body = null) =>
        SendAsync(method, service, path, body);

    /// <summary>The ARN of a new key.</summary>
    public async Task<string> CreateKeyAsync(bool disabled)
    {
        var key = (string)(await KmsAsync("CreateKey", []))["KeyMetadata"]!["Arn"]!;
        if (disabled)
            await DisableKeyAsync(key);
        return key;
    }

    public Task DisableKeyAsync(string arn) => KmsAsync("DisableKey", new JsonObject { ["KeyId"] = arn.Split('/')[^1] });

    public void Dispose() => _http.Dispose();

    private Task<JsonNode> KmsAsync(string operation, JsonObject body) =>
        SendAsync(HttpMethod.Post, "kms", "/", body, $"TrentService.{operation}");

    // An account may deploy an API once in five seconds, and the releases that are tested share that.
    private async Task<JsonNode> SendAsync(HttpMethod method, string service, string path, JsonObject? body, string? target = null)
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            var (status, text) = await TrySendAsync(method, service, path, body, target);
            if (status == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(Pause, TimeProvider.System, deadline.Token);
                continue;
            }

            Assert.True((int)status < 300, $"{method} {path}: {text}");
            return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> TrySendAsync(
        HttpMethod method,
        string service,
        string path,
        JsonObject? body,
        string? target
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=local/20261122/{host.Region}/{service}/aws4_request, SignedHeaders=host, Signature=none"
        );
        if (target is not null)
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
            request.Content.Headers.ContentType = new(target is null ? "application/json" : "application/x-amz-json-1.1");
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
