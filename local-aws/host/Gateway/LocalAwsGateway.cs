using CodeRipple.Workflow.LocalAws.ApiGateway;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Control;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>Puts the gateway's parts together. moto is given by its address, so a test may give another server.</summary>
internal sealed class LocalAwsGateway : IAsyncDisposable
{
    private readonly Forwarder _forwarder;
    private readonly RequestPipeline _pipeline;

    public LocalAwsGateway(string id, LocalAwsOptions options, MotoClient moto, Uri motoAddress, ILambdaInvoker lambda, Func<string, CallingFunction?> functionWithKey, Outage outage, Action<string> log)
    {
        _forwarder = new Forwarder(motoAddress);
        Launcher = new LauncherRoutes(moto);
        var authorizer = new Authorizer(moto);
        Deliveries = new EventDeliveries(new EventTargets(lambda, moto, authorizer), new DeadLetters(moto, authorizer), options.TimeProvider, log);
        _pipeline = new RequestPipeline
        {
            Control = new ControlRoutes(id, Faults, Calls, Deliveries, Launcher, outage),
            Stages = new StageEndpoint(lambda, moto, options.TimeProvider, log),
            Invoke = new InvokeEndpoint(lambda).HandleAsync,
            Forwarder = _forwarder,
            Faults = Faults,
            Injector = new FaultInjector(Faults, options.UnansweredLimit, options.TimeProvider),
            Calls = Calls,
            Quota = options.RequestsPerSecondQuota is { } quota ? new LambdaQuota(quota, options.TimeProvider) : null,
            Time = options.TimeProvider,
            Log = log,
            Outage = outage,
            FunctionWithKey = functionWithKey,
            Permissions = new PermissionGate(authorizer, moto.Region),
        };
    }

    public FaultSet Faults { get; } = new();

    public CallLog Calls { get; } = new();

    public EventDeliveries Deliveries { get; }

    public LauncherRoutes Launcher { get; }

    public Task HandleAsync(HttpContext context) => _pipeline.HandleAsync(context);

    public async ValueTask DisposeAsync()
    {
        await Deliveries.DisposeAsync();
        _forwarder.Dispose();
    }
}
