using System.Text;
using System.Text.Json;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>The Invoke operation: <c>POST /2015-03-31/functions/{FunctionName}/invocations</c>.</summary>
internal sealed class InvokeEndpoint(ILambdaInvoker lambda)
{
    private const int MaxSync = 6 * 1024 * 1024,
        MaxAsync = 1024 * 1024;

    public async Task HandleAsync(HttpContext context, AwsRequest request)
    {
        try
        {
            await InvokeAsync(context, request);
        }
        catch (LambdaServiceException refusal)
        {
            await AwsErrorWriter.WriteAsync(
                context,
                request,
                new AwsError(refusal.StatusCode, refusal.ErrorType, refusal.Message, refusal.Reason)
            );
        }
    }

    private async Task InvokeAsync(HttpContext context, AwsRequest request)
    {
        var cancellationToken = context.RequestAborted;
        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        var call = ReadCall(context, request, type == "Event" ? MaxAsync : MaxSync);
        switch (type)
        {
            case "" or "RequestResponse":
                await AnswerAsync(context, await lambda.InvokeAsync(call, cancellationToken));
                break;
            case "Event":
                Accept(context, StatusCodes.Status202Accepted, await lambda.EnqueueAsync(call, cancellationToken));
                break;
            case "DryRun":
                await lambda.CheckAsync(call, cancellationToken);
                Accept(context, StatusCodes.Status204NoContent, request.Id);
                break;
            default:
                throw LambdaErrors.InvalidParameter($"Unknown invocation type: {type}");
        }
    }

    private static InvokeCall ReadCall(HttpContext context, AwsRequest request, int limit)
    {
        var payload = request.Body ?? [];
        if (payload.Length > limit)
            throw LambdaErrors.TooLarge(limit);
        return new InvokeCall(
            request.Parameters["FunctionName"],
            request.Query.GetValueOrDefault("Qualifier"),
            payload.Length == 0 ? "{}"u8.ToArray() : Json(payload),
            ClientContext(context.Request.Headers["X-Amz-Client-Context"].ToString())
        );
    }

    private static byte[] Json(byte[] payload)
    {
        try
        {
            using var _ = JsonDocument.Parse(payload);
            return payload;
        }
        catch (JsonException problem)
        {
            throw LambdaErrors.NotJson(problem.Message);
        }
    }

    /// <summary>Given in base64; passed on in one line of ASCII, as it travels in a header.</summary>
    private static string? ClientContext(string base64)
    {
        if (base64.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Convert.FromBase64String(base64)));
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            throw new LambdaServiceException(
                400,
                "InvalidRequestContentException",
                "Client context must be a valid Base64-encoded JSON object."
            );
        }
    }

    private static void Accept(HttpContext context, int status, string requestId)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-RequestId"] = requestId;
    }

    private static async Task AnswerAsync(HttpContext context, InvokeResult result)
    {
        var response = context.Response;
        // The function sees the same request id in its context.
        response.Headers["x-amzn-RequestId"] = result.RequestId;
        response.Headers["X-Amz-Executed-Version"] = result.ExecutedVersion;
        if (result.FunctionError is not null)
            response.Headers["X-Amz-Function-Error"] = result.FunctionError;
        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        await response.Body.WriteAsync(result.Payload, context.RequestAborted);
    }
}
