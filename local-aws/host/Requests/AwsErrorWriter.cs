using System.Formats.Cbor;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>Writes an error in the protocol that the caller speaks.</summary>
internal static class AwsErrorWriter
{
    public static Task WriteAsync(HttpContext context, AwsRequest request, AwsError error)
    {
        var (contentType, body) = Format(request, error);
        var response = context.Response;
        response.StatusCode = error.Status;
        response.Headers["x-amzn-RequestId"] = request.Id;
        response.Headers["x-amz-request-id"] = request.Id;
        if (request.Protocol is AwsProtocol.RestJson or AwsProtocol.Json)
            response.Headers["x-amzn-ErrorType"] = error.Code;
        if (request.Protocol is AwsProtocol.Cbor)
            response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return request.Method == "HEAD" ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private static (string ContentType, byte[] Body) Format(AwsRequest request, AwsError error) =>
        request.Protocol switch
        {
            AwsProtocol.Query => ("text/xml", QueryXml(request, error)),
            AwsProtocol.S3 => ("application/xml", S3Xml(request, error)),
            AwsProtocol.Cbor => ("application/cbor", Cbor(error)),
            AwsProtocol.Json => ("application/x-amz-json-1.1", Json(error, new() { ["__type"] = error.Code })),
            _ => ("application/json", Json(error, new() { ["Type"] = error.Status < 500 ? "User" : "Service" })),
        };

    private static byte[] Json(AwsError error, JsonObject body)
    {
        // Services differ in the case of this one name; SDKs take both.
        body["message"] = error.Message;
        if (error.Reason is not null)
            body["Reason"] = error.Reason;
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static byte[] QueryXml(AwsRequest request, AwsError error) =>
        Encoding.UTF8.GetBytes(
            $"<ErrorResponse><Error><Type>{(error.Status < 500 ? "Sender" : "Receiver")}</Type><Code>{Escape(error.Code)}</Code>"
                + $"<Message>{Escape(error.Message)}</Message></Error><RequestId>{request.Id}</RequestId></ErrorResponse>"
        );

    private static byte[] S3Xml(AwsRequest request, AwsError error) =>
        Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{Escape(error.Code)}</Code>"
                + $"<Message>{Escape(error.Message)}</Message><RequestId>{request.Id}</RequestId></Error>"
        );

    private static byte[] Cbor(AwsError error)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("__type");
        writer.WriteTextString(error.Code);
        writer.WriteTextString("message");
        writer.WriteTextString(error.Message);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
