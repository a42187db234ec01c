using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>Writes moto's answer to the caller as AWS would have written it.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpContext context, AwsRequest request, HttpResponseMessage reply)
    {
        // The SDKs read errors only to the end anyway, and one of moto's may be a web page.
        byte[]? body = null;
        if ((int)reply.StatusCode >= 400 && request.Method != "HEAD")
        {
            body = await reply.Content.ReadAsByteArrayAsync(context.RequestAborted);
            if (IsWebPage(body))
            {
                await AwsErrorWriter.WriteAsync(context, request, Explain(request, (int)reply.StatusCode));
                return;
            }
        }

        CopyHead(context.Response, request, reply);
        if (request.Protocol == AwsProtocol.Cbor)
            body = ToCbor(context.Response, body ?? await reply.Content.ReadAsByteArrayAsync(context.RequestAborted));
        await CopyBodyAsync(context, request, reply, body);
    }

    private static void CopyHead(HttpResponse response, AwsRequest request, HttpResponseMessage reply)
    {
        response.StatusCode = (int)reply.StatusCode;
        foreach (var (name, values) in reply.Headers.NonValidated.Concat(reply.Content.Headers.NonValidated))
        {
            if (!HeaderRules.IsDroppedFromResponse(name))
                response.Headers[name] = values.ToArray();
        }

        // Without it the Step Functions interpreter dies of a KeyError and SDKs cannot name a call.
        response.Headers.TryAdd(request.Protocol == AwsProtocol.S3 ? "x-amz-request-id" : "x-amzn-RequestId", request.Id);
        response.ContentType = ContentType(request, reply);
    }

    private static async Task CopyBodyAsync(HttpContext context, AwsRequest request, HttpResponseMessage reply, byte[]? body)
    {
        var response = context.Response;
        if (response.StatusCode is 204 or 304)
            return;
        response.ContentLength = body?.Length ?? reply.Content.Headers.ContentLength;
        if (request.Method == "HEAD")
            return;
        if (body is not null)
            await response.Body.WriteAsync(body, context.RequestAborted);
        else
            await reply.Content.CopyToAsync(response.Body, context.RequestAborted);
    }

    /// <summary>moto says text/html of most of its JSON.</summary>
    private static string? ContentType(AwsRequest request, HttpResponseMessage reply)
    {
        reply.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values);
        var given = values.Count > 0 ? values.ToString() : null;
        if (given is not null && !given.StartsWith("text", StringComparison.OrdinalIgnoreCase))
            return given;
        return request.Protocol switch
        {
            AwsProtocol.Json => "application/x-amz-json-1.1",
            AwsProtocol.RestJson => given is null ? null : "application/json",
            AwsProtocol.Query => "text/xml",
            _ => given,
        };
    }

    private static byte[] ToCbor(HttpResponse response, byte[] json)
    {
        response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        response.ContentType = "application/cbor";
        return CborJson.FromJson(json.Length == 0 ? new JsonObject() : JsonNode.Parse(json));
    }

    private static bool IsWebPage(byte[] body)
    {
        var start = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 64)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // 501 rather than 500 or 404: SDKs would repeat a 500, and a 404 reads like a missing resource.
    private static AwsError Explain(AwsRequest request, int status) =>
        new(
            501,
            "NotImplemented",
            $"The local AWS cannot do {request.Action} ({request.Method} {request.RawTarget}): moto answered {status} with a web page. "
                + "Either moto does not have this operation or the request is malformed; the log of the local AWS says which."
        );
}
