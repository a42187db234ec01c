using System.Text;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>Serves deployed REST APIs, which moto describes but does not run.</summary>
internal sealed class StageEndpoint(ILambdaInvoker lambda, MotoClient moto, TimeProvider time, ILogger log)
{
    // The longest integration timeout that an API has without asking AWS for more.
    private static readonly TimeSpan IntegrationTimeout = TimeSpan.FromSeconds(29);

    private readonly InvokePermission _permission = new(moto);

    public async Task HandleAsync(HttpContext context, StageRequest request)
    {
        context.Response.Headers["x-amzn-RequestId"] = request.Id;
        var stage = await FindStageAsync(request, context.RequestAborted);
        if (stage is null)
            await RefuseAsync(context, 403, "Forbidden", "ForbiddenException");
        else if (stage.Find(context.Request.Method, request.Path) is { } match)
            await AnswerAsync(context, request, stage, match);
        else
            await RefuseAsync(context, 403, "Missing Authentication Token", "MissingAuthenticationTokenException");
    }

    private async Task<StageSnapshot?> FindStageAsync(StageRequest request, CancellationToken cancellationToken)
    {
        var path = $"stage?api={Uri.EscapeDataString(request.ApiId)}&stage={Uri.EscapeDataString(request.Stage)}";
        using var content = await moto.GetLocalAsync(path, cancellationToken);
        return content is null ? null : StageSnapshot.Parse(JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken))!);
    }

    private async Task AnswerAsync(HttpContext context, StageRequest request, StageSnapshot stage, ResourceMatch match)
    {
        if (match.Integration.Type == "MOCK")
        {
            var answer = MockAnswer.Of(match.Integration, context.Request.ContentType?.Split(';')[0]);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
            return;
        }

        var function = match.Integration.Type == "AWS_PROXY" ? FunctionUri.FunctionOf(match.Integration.Uri, stage.Variables) : null;
        if (function is null)
        {
            log.LogWarning(
                "{Path} of API {Api}: the local AWS serves AWS_PROXY to a function and MOCK, not {Type} {Uri}.",
                match.Resource.Path,
                request.ApiId,
                match.Integration.Type,
                match.Integration.Uri
            );
            await RefuseAsync(context, 500, "Internal server error", "InternalServerErrorException");
        }
        else if (match.Integration.Credentials is null && !await IsAllowedAsync(function, context, request, match))
        {
            log.LogWarning(
                "{Path} of API {Api}: Invalid permissions on Lambda function {Function}.",
                match.Resource.Path,
                request.ApiId,
                function
            );
            await RefuseAsync(context, 500, "Internal server error", "InternalServerErrorException");
        }
        else
        {
            await InvokeAsync(context, request, stage, match, function);
        }
    }

    private Task<bool> IsAllowedAsync(string function, HttpContext context, StageRequest request, ResourceMatch match) =>
        _permission.IsGrantedAsync(function, request, context.Request.Method, match.Resource.Path, context.RequestAborted);

    private async Task InvokeAsync(HttpContext context, StageRequest request, StageSnapshot stage, ResourceMatch match, string function)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var payload = ProxyEvent.Build(context.Request, request, match, stage, body.ToArray(), time.GetUtcNow()).ToJsonString();
        using var deadline = new CancellationTokenSource(IntegrationTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.RequestAborted);
        try
        {
            var result = await lambda.InvokeAsync(new InvokeCall(function, null, Encoding.UTF8.GetBytes(payload)), either.Token);
            await ReplyAsync(context, request, function, result);
        }
        catch (LambdaServiceException refused)
        {
            log.LogWarning(
                "API {Api}: {Function} was not invoked: {Type}: {Message}",
                request.ApiId,
                function,
                refused.ErrorType,
                refused.Message
            );
            await RefuseAsync(context, 500, "Internal server error", "InternalServerErrorException");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            await RefuseAsync(context, 504, "Endpoint request timed out", "InternalServerErrorException");
        }
    }

    private async Task ReplyAsync(HttpContext context, StageRequest request, string function, InvokeResult result)
    {
        if (result.FunctionError is not null || ProxyAnswer.Parse(result.Payload) is not { } answer)
        {
            log.LogWarning(
                "API {Api}: {Function} gave no proxy answer ({Problem}): {Payload}",
                request.ApiId,
                function,
                result.FunctionError ?? "malformed",
                Encoding.UTF8.GetString(result.Payload)
            );
            await RefuseAsync(context, 502, "Internal server error", "InternalServerErrorException");
            return;
        }

        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = "application/json";
        foreach (var header in answer.Headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (!HeaderRules.IsDroppedFromResponse(header.Key) || HeaderRules.Is(header.Key, "Content-Type"))
                context.Response.Headers[header.Key] = header.Select(pair => pair.Value).ToArray();
        }

        if (answer.StatusCode is < 200 or 204 or 304)
            return;
        context.Response.ContentLength = answer.Body.Length;
        if (context.Request.Method != "HEAD")
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string message, string errorType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = errorType;
        return context.Response.WriteAsync(new JsonObject { ["message"] = message }.ToJsonString());
    }
}
