using CodeRipple.Workflow.LocalAws.ApiGateway;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Control;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Permissions;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>What every request goes through: name it, let it meet its fault, do it, record it.</summary>
internal sealed class RequestPipeline
{
    /// <summary>To the launcher, which leaves the tags out; see functions/tags.py.</summary>
    private const string HidesTags = "X-Local-Hides-Tags";

    public required ControlRoutes Control { get; init; }
    public required StageEndpoint Stages { get; init; }
    public required Func<HttpContext, AwsRequest, Task> Invoke { get; init; }
    public required Forwarder Forwarder { get; init; }
    public required FaultSet Faults { get; init; }
    public required FaultInjector Injector { get; init; }
    public required CallLog Calls { get; init; }
    public required TimeProvider Time { get; init; }
    public required Action<string> Log { get; init; }

    /// <summary>The function whose sandbox has an access key, or null.</summary>
    public required Func<string, CallingFunction?> FunctionWithKey { get; init; }

    public required PermissionGate Permissions { get; init; }

    /// <summary>Null: no quota.</summary>
    public LambdaQuota? Quota { get; init; }

    public required Outage Outage { get; init; }

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(ControlRoutes.Base))
            await Control.HandleAsync(context);
        else if (StageRequest.Parse(context) is { } stage)
            await ServeAsync(context, ToAwsRequest(context, stage), () => Stages.HandleAsync(context, stage));
        else if (context.Request.Path.StartsWithSegments("/moto-api"))
            await Forwarder.ForwardAsync(context, await AwsRequestReader.ReadAsync(context));
        else
            await ServeAwsAsync(context);
    }

    private async Task ServeAwsAsync(HttpContext context)
    {
        AwsRequest request;
        try
        {
            request = NameCaller(await AwsRequestReader.ReadAsync(context));
        }
        catch (Exception unreadable) when (unreadable is RequestTooLargeException or InvalidDataException)
        {
            context.Response.StatusCode = unreadable is RequestTooLargeException ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(unreadable.Message);
            return;
        }

        context.Response.Headers["x-amzn-RequestId"] = request.Id;
        if (request.Body is not null)
            context.Request.Body = new MemoryStream(request.Body);
        await ServeAsync(context, request, () => PerformAsync(context, request));
    }

    private async Task ServeAsync(HttpContext context, AwsRequest request, Func<Task> perform)
    {
        var fault = Faults.Meet(request);
        var record = RecordOnce(context, request, fault);
        // Whoever has read an answer finds the call recorded.
        context.Response.OnStarting(record);
        try
        {
            await (fault is null ? perform() : Injector.ApplyAsync(context, request, fault, perform));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (Exception error)
        {
            await ExplainAsync(context, request, error);
        }
        finally
        {
            await record();
        }
    }

    private Func<Task> RecordOnce(HttpContext context, AwsRequest request, Fault? fault)
    {
        var at = Time.GetUtcNow();
        var recorded = false;
        return () =>
        {
            if (recorded)
                return Task.CompletedTask;
            recorded = true;
            var unanswered = context.RequestAborted.IsCancellationRequested || fault?.Kind is FaultKind.ReplyLost or FaultKind.Timeout;
            var status = unanswered ? 0 : context.Response.StatusCode;
            Calls.Add(new RecordedCall(request.Service, request.Operation, status, at, request.Caller, fault?.Kind.ToString(), request.Function));
            return Task.CompletedTask;
        };
    }

    private AwsRequest NameCaller(AwsRequest request) =>
        request.AccessKey is { } key && Caller.Find(key, FunctionWithKey) is var caller
            ? request with { Caller = caller.Name, CallersEvent = caller.Event, Principal = caller.Principal }
            : request;

    private async Task PerformAsync(HttpContext context, AwsRequest request)
    {
        if (Quota?.Allows(request) == false)
            await AwsErrorWriter.WriteAsync(context, request, FaultErrors.Throttled(request));
        else if (await Permissions.RefuseAsync(request, name => context.Request.Headers[name], context.RequestAborted) is { } refused)
            await AwsErrorWriter.WriteAsync(context, request, refused);
        else if (request is { Service: "lambda", Operation: "Invoke" })
            await Invoke(context, request);
        else
            await ForwardAsync(context, request);
    }

    private async Task ForwardAsync(HttpContext context, AwsRequest request)
    {
        if (await Permissions.HidesTagsAsync(request, name => context.Request.Headers[name], context.RequestAborted))
            context.Request.Headers[HidesTags] = "true";
        await Forwarder.ForwardAsync(context, request, status => Permissions.HideMissingAsync(request, status, context.RequestAborted));
    }

    private async Task ExplainAsync(HttpContext context, AwsRequest request, Exception error)
    {
        var isOutage = error is HttpRequestException;
        Log(isOutage ? $"{request.Action}: {Outage.Describe()} ({error.Message})" : $"{request.Action} broke the gateway: {error}");
        if (context.Response.HasStarted)
            context.Abort();
        else if (isOutage)
            await AwsErrorWriter.WriteAsync(context, request, new AwsError(503, "ServiceUnavailable", Outage.Describe()));
        else
            await AwsErrorWriter.WriteAsync(context, request, new AwsError(500, "InternalFailure", $"The local AWS failed: {error.GetType().Name}: {error.Message}"));
    }

    private static AwsRequest ToAwsRequest(HttpContext context, StageRequest stage) => new()
    {
        Id = stage.Id,
        Protocol = AwsProtocol.RestJson,
        Service = "execute-api",
        Operation = "Invoke",
        Method = context.Request.Method,
        RawTarget = context.Request.Path + context.Request.QueryString,
    };
}
