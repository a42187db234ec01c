using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>Finds out what a request asks for. Reads the body of every service but S3, whose objects may be huge.</summary>
internal static class AwsRequestReader
{
    // A 50 MB function package grows by a third in base64.
    private const long LongestBody = 100L * 1024 * 1024;

    /// <exception cref="RequestTooLargeException">A body that no AWS service but S3 would take.</exception>
    public static async Task<AwsRequest> ReadAsync(HttpContext context)
    {
        var http = context.Request;
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = Flatten(http.Query);
        var scope = CredentialScope.Find(http.Headers.Authorization, query.GetValueOrDefault("X-Amz-Credential"));
        var signedFor = scope?.Service ?? "s3";
        var body = signedFor == "s3" && !IsForm(http) ? null : await ReadBodyAsync(http, context.RequestAborted);
        var form = IsForm(http) ? ParseForm(body) : new();
        var action = form.GetValueOrDefault("Action") ?? query.GetValueOrDefault("Action");
        // moto takes an unsigned request for one to S3; only STS has unsigned form requests.
        var service = scope is null && action is not null ? "sts" : signedFor;
        var found = NameOperation(http, rawTarget, service, query, action);
        return new AwsRequest
        {
            Id = Guid.NewGuid().ToString(),
            Protocol = found.Protocol,
            Service = service == "monitoring" ? "cloudwatch" : service,
            Operation = found.Operation,
            Parameters = found.Parameters,
            Method = http.Method,
            RawTarget = rawTarget,
            AccessKey = scope?.AccessKey,
            Query = query,
            Body = body,
        };
    }

    private static Found NameOperation(HttpRequest http, string rawTarget, string service, Dictionary<string, string> query, string? action)
    {
        if (http.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
            return new Found(AwsProtocol.Json, target[(target.LastIndexOf('.') + 1)..]);
        var segments = Segments(rawTarget, service);
        if (segments is ["service", _, "operation", var operation])
            return new Found(AwsProtocol.Cbor, operation);
        if (action is not null)
            return new Found(AwsProtocol.Query, action);
        var match = OperationTable.For(service)?.Find(http.Method, segments, query, http.Headers.ContainsKey);
        return new Found(
            service == "s3" ? AwsProtocol.S3 : AwsProtocol.RestJson,
            match?.Operation ?? AwsRequest.UnknownOperation,
            match?.Parameters
        );
    }

    /// <summary>Path segments, unescaped one by one: an ARN or a key may hold an escaped slash.</summary>
    private static List<string> Segments(string rawTarget, string service)
    {
        var path = rawTarget.Split('?')[0];
        var segments = path.Split('/').Skip(1).Select(Uri.UnescapeDataString).ToList();
        // "/bucket/" is the bucket, but "/bucket/folder/" is the key "folder/".
        while (segments.Count > 0 && segments[^1].Length == 0 && (service != "s3" || segments.Count <= 2))
            segments.RemoveAt(segments.Count - 1);
        return segments;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream((int)Math.Clamp(http.ContentLength ?? 0, 0, LongestBody));
        var buffer = new byte[64 * 1024];
        // moto inflates what its HTTP layer has inflated already and fails, so it must not see the encoding.
        await using var source = IsGzip(http) ? new GZipStream(http.Body, CompressionMode.Decompress) : http.Body;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > LongestBody)
                throw new RequestTooLargeException($"The request is larger than {LongestBody} bytes.");
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static bool IsGzip(HttpRequest http) =>
        http.Headers.ContentEncoding.ToString().Equals("gzip", StringComparison.OrdinalIgnoreCase);

    private static bool IsForm(HttpRequest http) =>
        http.Method == "POST"
        && http.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static Dictionary<string, string> ParseForm(byte[]? body) =>
        Flatten(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body ?? [])));

    private static Dictionary<string, string> Flatten(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs
    ) => pairs.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    private sealed record Found(AwsProtocol Protocol, string Operation)
    {
        public Found(AwsProtocol protocol, string operation, IReadOnlyDictionary<string, string>? parameters)
            : this(protocol, operation) => Parameters = parameters ?? Parameters;

        public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>();
    }
}

internal sealed class RequestTooLargeException(string message) : Exception(message);
