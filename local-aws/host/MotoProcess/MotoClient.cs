using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>
/// Calls that the gateway itself makes to moto: the launcher's own routes, and AWS operations that it does for the caller.
/// </summary>
internal sealed class MotoClient(Uri baseAddress, string region) : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30) }
    )
    {
        BaseAddress = baseAddress,
        Timeout = TimeSpan.FromSeconds(100),
    };

    public Uri Address => baseAddress;

    public string Region => region;

    /// <summary>Forwards a message as it is. The caller disposes the answer.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>GET of one of the launcher's routes below <c>/moto-api/local/</c>; null when it answers 404.</summary>
    public async Task<HttpContent?> GetLocalAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/moto-api/local/" + pathAndQuery);
        var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            response.Dispose();
            return null;
        }

        response.EnsureSuccessStatusCode();
        return response.Content;
    }

    /// <summary>POST of JSON to one of the launcher's routes below <c>/moto-api/local/</c>.</summary>
    public async Task<JsonNode?> PostLocalAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/moto-api/local/" + path);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await ReadJsonAsync(request, cancellationToken);
    }

    /// <summary>An awsJson operation, for instance service <c>logs</c>, target <c>Logs_20140328.PutLogEvents</c>.</summary>
    public async Task<JsonNode?> AwsJsonAsync(string service, string target, JsonNode body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.TryAddWithoutValidation("Authorization", Scope(service));
        request.Headers.Add("X-Amz-Target", target);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        return await ReadJsonAsync(request, cancellationToken);
    }

    /// <summary>A query-protocol operation (SNS, SQS, IAM); the answer is XML text.</summary>
    public async Task<string> QueryAsync(
        string service,
        IEnumerable<KeyValuePair<string, string>> form,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.TryAddWithoutValidation("Authorization", Scope(service));
        request.Content = new FormUrlEncodedContent(form);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? text : throw MotoException.From(response, text);
    }

    /// <summary>
    /// GET of a rest-json service, for instance <c>lambda</c>, <c>/2015-03-31/functions/f/policy</c>; null when it answers 404.
    /// </summary>
    public async Task<JsonNode?> RestJsonAsync(string service, string pathAndQuery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        request.Headers.TryAddWithoutValidation("Authorization", Scope(service));
        try
        {
            return await ReadJsonAsync(request, cancellationToken);
        }
        catch (MotoException missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    // moto routes by the credential scope and checks no signature.
    private string Scope(string service) =>
        $"AWS4-HMAC-SHA256 Credential=local/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=none";

    private async Task<JsonNode?> ReadJsonAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw MotoException.From(response, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
