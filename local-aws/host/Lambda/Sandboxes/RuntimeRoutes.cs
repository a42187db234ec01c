using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The four routes of the Runtime API.</summary>
internal static class RuntimeRoutes
{
    private const string Root = "/2018-06-01/runtime/";

    // 6 MB and the 100 bytes that the service's own message grants.
    private const int MaxResponse = 6_291_556;

    public static Task HandleAsync(HttpContext http, RuntimeChannel channel)
    {
        var path = http.Request.Path.Value!;
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (http.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http, channel),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(http, channel, id),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(http, channel, id),
            ("POST", ["init", "error"]) => InitErrorAsync(http, channel),
            _ => RefuseAsync(
                http,
                StatusCodes.Status404NotFound,
                "NotFound",
                $"{http.Request.Method} {path} is no route of the Runtime API"
            ),
        };
    }

    public static Task RefuseAsync(HttpContext http, int status, string errorType, string message) =>
        WriteAsync(http, status, new JsonObject { ["errorType"] = errorType, ["errorMessage"] = message });

    private static async Task NextAsync(HttpContext http, RuntimeChannel channel)
    {
        var invocation = await channel.NextAsync(http.RequestAborted);
        if (invocation is null)
        {
            await RefuseAsync(http, StatusCodes.Status410Gone, "Runtime.Stopped", "There will be no further event.");
            return;
        }

        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.InvokedArn;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Trace-Id"] = TraceId(invocation.Deadline);
        if (invocation.ClientContext is { } clientContext)
            headers["Lambda-Runtime-Client-Context"] = clientContext;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        await http.Response.Body.WriteAsync(invocation.Payload, http.RequestAborted);
    }

    private static async Task ResponseAsync(HttpContext http, RuntimeChannel channel, string requestId)
    {
        var body = await ReadAsync(http);
        var outcome = body is null
            ? Outcome.Failure(
                "Function.ResponseSizeTooLarge",
                $"Response payload size exceeded maximum allowed payload size ({MaxResponse} bytes)."
            )
            : new Outcome(body);
        if (!channel.TryAnswer(requestId, outcome))
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
        else if (body is null)
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", "Exceeded maximum allowed payload size");
        else
            await AcceptAsync(http);
    }

    private static async Task ErrorAsync(HttpContext http, RuntimeChannel channel, string requestId)
    {
        var (payload, errorType) = await ReadErrorAsync(http);
        if (channel.TryAnswer(requestId, new Outcome(payload, errorType)))
            await AcceptAsync(http);
        else
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
    }

    private static async Task InitErrorAsync(HttpContext http, RuntimeChannel channel)
    {
        var (payload, errorType) = await ReadErrorAsync(http);
        channel.End(new RuntimeEnd(errorType, "initialisation failed", payload));
        await AcceptAsync(http);
    }

    private static async Task<(byte[] Payload, string ErrorType)> ReadErrorAsync(HttpContext http)
    {
        var payload = await ReadAsync(http) ?? Outcome.Failure("Function.ResponseSizeTooLarge", "The error report is too large.").Payload;
        var header = http.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        return (payload, header.Length > 0 ? header : "Unhandled");
    }

    /// <summary>
    /// Null when it is too large; it is read to its end all the same, or the runtime would see a broken connection instead of the 413.
    /// </summary>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        long size = 0;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            size += read;
            if (size <= MaxResponse)
                kept.Write(buffer, 0, read);
        }

        return size <= MaxResponse ? kept.ToArray() : null;
    }

    private static Task AcceptAsync(HttpContext http) =>
        WriteAsync(http, StatusCodes.Status202Accepted, new JsonObject { ["status"] = "OK" });

    private static Task WriteAsync(HttpContext http, int status, JsonObject answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), http.RequestAborted).AsTask();
    }

    private static string TraceId(DateTimeOffset moment) =>
        $"Root=1-{moment.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)};"
        + $"Parent={RandomNumberGenerator.GetHexString(16, lowercase: true)};Sampled=0";
}
