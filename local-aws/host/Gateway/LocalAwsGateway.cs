using CodeRipple.Workflow.LocalAws.ApiGateway;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Control;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Lambda.Invocations;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>What every request goes through: name it, apply its fault, serve it or forward it to moto, record it.</summary>
internal sealed class LocalAwsGateway : IAsyncDisposable
{
    /// <summary>To the launcher, which leaves the tags out; see functions/tags.py.</summary>
    private const string HidesTags = "X-Local-Hides-Tags";

    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Outage _outage;
    private readonly ILambdaInvoker _lambda;
    private readonly Func<string, CallingFunction?> _functionWithKey;
    private readonly ControlRoutes _control;
    private readonly StageEndpoint _stages;
    private readonly InvokeEndpoint _invoke;
    private readonly Forwarder _forwarder;
    private readonly FaultInjector _injector;
    private readonly PermissionGate _permissions;
    private readonly AccountQuotas? _quotas;

    /// <param name="functionWithKey">The function whose sandbox has an access key, or null.</param>
    /// <param name="runtimes">Which function ran on what.</param>
    public LocalAwsGateway(
        GatewayOptions options,
        MotoClient moto,
        ILambdaInvoker lambda,
        Func<string, CallingFunction?> functionWithKey,
        Func<IReadOnlyList<RuntimeUsed>> runtimes,
        Outage outage,
        ILogger log
    )
    {
        (_time, _log, _outage, _functionWithKey, _lambda) = (options.Time, log, outage, functionWithKey, lambda);
        var authorizer = new Authorizer(moto);
        Launcher = new LauncherRoutes(moto);
        Deliveries = new EventDeliveries(new EventTargets(lambda, moto, authorizer), new DeadLetters(moto, authorizer), _time, log);
        _control = new ControlRoutes(options.Id, Faults, Calls, Deliveries, Launcher, runtimes, outage);
        _stages = new StageEndpoint(lambda, moto, _time, log);
        _invoke = new InvokeEndpoint(lambda);
        _forwarder = new Forwarder(moto.Address);
        _injector = new FaultInjector(Faults, options.UnansweredLimit, _time);
        _permissions = new PermissionGate(authorizer, moto.Region);
        _quotas = options.EnforcesQuotas ? new AccountQuotas(_time) : null;
    }

    public FaultSet Faults { get; } = new();

    public CallLog Calls { get; } = new();

    public EventDeliveries Deliveries { get; }

    public LauncherRoutes Launcher { get; }

    public async Task HandleAsync(HttpContext context)
    {
        var stage = StageRequest.Parse(context);
        if (CallerCheck.FindForeign(context.Request, ofPages: stage is not null) is { } foreign)
            await RefuseAsync(context, StatusCodes.Status403Forbidden, foreign);
        else if (context.Request.Path.StartsWithSegments(ControlRoutes.Base))
            await _control.HandleAsync(context);
        else if (stage is not null)
            await ServeAsync(context, ToAwsRequest(context, stage), () => _stages.HandleAsync(context, stage));
        else if (context.Request.Path.StartsWithSegments("/moto-api"))
            await RefuseAsync(context, StatusCodes.Status404NotFound, $"The routes of moto are not open. See {ControlRoutes.Base}.");
        else
            await ServeAwsAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        await Deliveries.DisposeAsync();
        _forwarder.Dispose();
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { Message = message }, context.RequestAborted);
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
            context.Response.StatusCode =
                unreadable is RequestTooLargeException ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
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
        var fault = Faults.Match(request);
        var record = RecordOnce(context, request, fault);
        // Whoever has read an answer finds the call recorded.
        context.Response.OnStarting(record);
        try
        {
            await (fault is null ? perform() : _injector.ApplyAsync(context, request, fault, perform));
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
        var at = _time.GetUtcNow();
        var recorded = false;
        return () =>
        {
            if (recorded)
                return Task.CompletedTask;
            recorded = true;
            var unanswered = context.RequestAborted.IsCancellationRequested || fault?.Kind is FaultKind.ReplyLost or FaultKind.Timeout;
            var status = unanswered ? 0 : context.Response.StatusCode;
            Calls.Add(
                new RecordedCall(request.Service, request.Operation, status, at, request.Caller, fault?.Kind.ToString(), request.Function)
            );
            return Task.CompletedTask;
        };
    }

    private AwsRequest NameCaller(AwsRequest request) =>
        request.AccessKey is { } key && Caller.Find(key, _functionWithKey) is var caller
            ? request with
            {
                Caller = caller.Name,
                CallersEvent = caller.Event,
                Principal = caller.Principal,
            }
            : request;

    private async Task PerformAsync(HttpContext context, AwsRequest request)
    {
        if (CallerCheck.RefuseUnsigned(request) is { } unsigned)
            await AwsErrorWriter.WriteAsync(context, request, unsigned);
        else if (_quotas?.Allow(request) == false)
            await AwsErrorWriter.WriteAsync(context, request, FaultErrors.Throttled(request));
        else if (await _permissions.RefuseAsync(request, name => context.Request.Headers[name], context.RequestAborted) is { } refused)
            await AwsErrorWriter.WriteAsync(context, request, refused);
        else if (request is { Service: "lambda", Operation: "Invoke" })
            await _invoke.HandleAsync(context, request);
        else
            await ForwardAsync(context, request);
    }

    private async Task ForwardAsync(HttpContext context, AwsRequest request)
    {
        if (await _permissions.HidesTagsAsync(request, name => context.Request.Headers[name], context.RequestAborted))
            context.Request.Headers[HidesTags] = "true";
        await _forwarder.ForwardAsync(context, request, status => _permissions.HideMissingAsync(request, status, context.RequestAborted));
        if (request is { Service: "lambda", Operation: "DeleteFunction", Function: { } function } && context.Response.StatusCode < 300)
            _lambda.Forget(FunctionId.Parse(function, request.Query.GetValueOrDefault("Qualifier")));
    }

    private async Task ExplainAsync(HttpContext context, AwsRequest request, Exception error)
    {
        var isOutage = error is HttpRequestException;
        if (isOutage)
            _log.LogError("{Action}: {Outage} ({Message})", request.Action, _outage.Describe(), error.Message);
        else
            _log.LogError(error, "{Action} broke the gateway.", request.Action);
        if (context.Response.HasStarted)
            context.Abort();
        else if (isOutage)
            await AwsErrorWriter.WriteAsync(context, request, new AwsError(503, "ServiceUnavailable", _outage.Describe()));
        else
            await AwsErrorWriter.WriteAsync(
                context,
                request,
                new AwsError(500, "InternalFailure", $"The local AWS failed: {error.GetType().Name}: {error.Message}")
            );
    }

    private static AwsRequest ToAwsRequest(HttpContext context, StageRequest stage) =>
        new()
        {
            Id = stage.Id,
            Protocol = AwsProtocol.RestJson,
            Service = "execute-api",
            Operation = "Invoke",
            Method = context.Request.Method,
            RawTarget = context.Request.Path + context.Request.QueryString,
        };
}
