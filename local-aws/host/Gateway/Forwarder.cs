using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>Passes a request on to moto and its answer back, unchanged but for what moto or SDKs stumble over.</summary>
internal sealed class Forwarder(Uri moto) : IDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        }
    );

    /// <param name="hide">An error that the caller gets instead of the answer with a status, or null.</param>
    /// <exception cref="HttpRequestException">moto cannot be reached or cut the connection.</exception>
    public async Task ForwardAsync(HttpContext context, AwsRequest request, Func<int, Task<AwsError?>>? hide = null)
    {
        using var message = ToMessage(context.Request, request);
        using var reply = await _client.SendAsync(message, context.RequestAborted);
        if (hide is not null && await hide((int)reply.StatusCode) is { } instead)
            await AwsErrorWriter.WriteAsync(context, request, instead);
        else
            await ReplyWriter.WriteAsync(context, request, reply);
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage ToMessage(HttpRequest http, AwsRequest request)
    {
        var translated = request.Protocol == AwsProtocol.Cbor;
        var target = translated ? "/" : request.RawTarget;
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(moto.GetLeftPart(UriPartial.Authority) + target, AsSent)
        )
        {
            Content = Body(http, request, translated),
        };
        foreach (var (name, values) in http.Headers)
        {
            if (HeaderRules.IsDroppedFromRequest(name) || IsSettled(name, request, translated))
                continue;
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        if (translated)
        {
            message.Headers.Add("X-Amz-Target", "GraniteServiceVersion20100801." + request.Operation);
            message.Content!.Headers.ContentType = new("application/x-amz-json-1.0");
        }

        return message;
    }

    /// <summary>Headers that no longer fit the body: it was inflated, or it was CBOR.</summary>
    private static bool IsSettled(string name, AwsRequest request, bool translated) =>
        (request.Body is not null && HeaderRules.Is(name, "Content-Encoding"))
        || (
            translated
            && (HeaderRules.Is(name, "Content-Type") || HeaderRules.Is(name, "Accept") || HeaderRules.Is(name, "smithy-protocol"))
        );

    private static HttpContent? Body(HttpRequest http, AwsRequest request, bool translated)
    {
        if (translated)
            return new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(CborJson.ToJson(request.Body)?.ToJsonString() ?? "{}"));
        if (request.Body is { } buffered)
            return buffered.Length > 0 || http.ContentType is not null || request.Method is "POST" or "PUT" or "PATCH"
                ? new ByteArrayContent(buffered)
                : null;
        if (http.ContentLength is null && !http.Headers.ContainsKey("Transfer-Encoding"))
            return http.ContentType is null ? null : new ByteArrayContent([]);
        var streamed = new StreamContent(http.Body);
        streamed.Headers.ContentLength = http.ContentLength;
        return streamed;
    }
}
