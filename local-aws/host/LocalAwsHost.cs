using System.Globalization;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Control;
using CodeRipple.Workflow.LocalAws.Events;
using CodeRipple.Workflow.LocalAws.Faults;
using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Lambda.Invocations;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Python;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws;

/// <summary>
/// A running local AWS: a gateway on 127.0.0.1, moto behind it, and Lambda sandboxes. Several can run side by side. Nothing of
/// it outlives <see cref="DisposeAsync"/>, nor the process that holds it, however that ends.
/// </summary>
public sealed class LocalAwsHost : IAsyncDisposable
{
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(30);
    private readonly LocalAwsOptions _options;
    private readonly ILogger _log;
    private readonly TaskCompletionSource<LocalAwsGateway> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<object> _parts = new();
    private LocalAwsGateway _gateway = null!;
    private LambdaDataPlane _lambda = null!;

    private LocalAwsHost(LocalAwsOptions options)
    {
        _options = options;
        _log = options.Logger;
    }

    /// <summary>Marks every process and folder of this local AWS.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("n")[..12];

    /// <summary>What AWS_ENDPOINT_URL takes.</summary>
    public Uri Endpoint { get; private set; } = null!;

    public string Region => _options.Region;

    /// <summary>What a child process or an SDK needs to talk to this local AWS. See <see cref="ApplyTo"/>.</summary>
    public IReadOnlyDictionary<string, string> Environment => LocalEnvironment.For(Endpoint, Region);

    /// <summary>Faults that calls shall meet.</summary>
    public FaultSet Faults => _gateway.Faults;

    /// <summary>The API calls that arrived.</summary>
    public CallLog Calls => _gateway.Calls;

    /// <summary>What became of events that rules and schedules sent to Lambda, Step Functions and SNS.</summary>
    public IReadOnlyList<EventDelivery> Deliveries => _gateway.Deliveries.Snapshot();

    /// <summary>Which function ran on which interpreter and machine; they are not always the declared ones.</summary>
    public IReadOnlyList<RuntimeUsed> Runtimes => _lambda.Runtimes;

    /// <param name="progress">Hears what takes long: setting up Python the first time, starting moto.</param>
    /// <exception cref="PythonUnavailableException">There is no Python with moto and none can be set up; the message names the command that
    /// fixes it.</exception>
    /// <exception cref="MotoStartException">moto did not start; the message ends with what it wrote.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalAwsHost> StartAsync(
        LocalAwsOptions options,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = new LocalAwsHost(options);
        try
        {
            await host.StartPartsAsync(progress, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Makes a child's environment (of a ProcessStartInfo) point here, and drops what of the user's would lead elsewhere.
    /// </summary>
    public void ApplyTo(IDictionary<string, string?> environment) => LocalEnvironment.Apply(environment, Environment);

    /// <summary>Fires a schedule or a scheduled rule once, now.</summary>
    /// <param name="groupName">Schedule group, or name of the event bus of a rule; null means the default one.</param>
    /// <exception cref="LauncherException">404: nothing has this name.</exception>
    public Task FireScheduleAsync(string name, string? groupName = null, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject { ["Name"] = name };
        if (groupName is not null)
            body["GroupName"] = body["EventBusName"] = groupName;
        return _gateway.Launcher.PassAsync(HttpMethod.Post, "fire", body, cancellationToken);
    }

    /// <summary>Ends an execution of <paramref name="stateMachine"/> when it enters <paramref name="state"/>.</summary>
    /// <param name="status">ABORTED or TIMED_OUT.</param>
    /// <param name="entry">The n-th time it enters, counted from 1.</param>
    /// <param name="concerning">Only an execution with this text in its ARN or its input; null means any.</param>
    public Task AbortAtAsync(
        string stateMachine,
        string state,
        string status = "ABORTED",
        int entry = 1,
        string? concerning = null,
        CancellationToken cancellationToken = default
    )
    {
        var body = new JsonObject
        {
            ["StateMachine"] = stateMachine,
            ["State"] = state,
            ["Status"] = status,
            ["Entry"] = entry,
            ["Concerning"] = concerning,
        };
        return _gateway.Launcher.PassAsync(HttpMethod.Post, "abort-at", body, cancellationToken);
    }

    /// <summary>Forgets what <see cref="AbortAtAsync"/> asked for.</summary>
    public Task ClearAbortsAsync(CancellationToken cancellationToken = default) =>
        _gateway.Launcher.PassAsync(HttpMethod.Delete, "abort-at", null, cancellationToken);

    /// <summary>Sets how late CloudWatch shows the metrics of AWS services, those that are there already included.</summary>
    public Task SetMetricDelayAsync(TimeSpan delay, CancellationToken cancellationToken = default) =>
        _gateway.Launcher.PassAsync(
            HttpMethod.Post,
            "metrics/delay",
            new JsonObject { ["Seconds"] = delay.TotalSeconds },
            cancellationToken
        );

    /// <summary>Waits until events that exist now are delivered and the logs and metrics of functions are written.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        await _gateway.Launcher.PassAsync(HttpMethod.Post, "drain", null, cancellationToken);
        await _gateway.Deliveries.FlushAsync(FlushLimit, cancellationToken);
        await _lambda.FlushAsync().WaitAsync(FlushLimit, _options.TimeProvider, cancellationToken);
    }

    /// <summary>Stops in the order in which nothing calls into what is gone already. Takes a few seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            try
            {
                if (part is IAsyncDisposable slow)
                    await slow.DisposeAsync();
                else
                    ((IDisposable)part).Dispose();
            }
            catch (Exception error)
            {
                // The other parts must go too.
                _log.LogWarning("{Part} did not stop cleanly: {Message}", part.GetType().Name, error.Message);
            }
        }
    }

    private async Task StartPartsAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var python = await PythonEnvironment.FindAsync(progress, cancellationToken);
        var folder = Add(StateFolder.Create(Id));
        var server = Add(await GatewayServer.StartAsync(_options.Port, HandleAsync, cancellationToken));
        Endpoint = server.Address;
        progress?.Report("Starting moto");
        var moto = Add(await MotoServer.StartAsync(MotoOptions(python, folder), cancellationToken));
        var client = Add(new MotoClient(moto.Address, Region));
        var outage = new Outage(() => moto.Exited.IsCompleted, () => moto.ErrorTail);
        var functions = new LambdaOptions
        {
            Id = Id,
            StateFolder = folder.Path,
            Gateway = Endpoint,
            Python = python.Interpreter,
        };
        if (_options.SandboxesPerFunction is { } sandboxes)
            functions = functions with { SandboxesPerFunction = sandboxes };
        _lambda = Add(new LambdaDataPlane(functions, client, _options.TimeProvider, _log));
        var gateway = new GatewayOptions
        {
            Id = Id,
            UnansweredLimit = _options.UnansweredLimit,
            EnforcesQuotas = _options.EnforcesQuotas,
            Time = _options.TimeProvider,
        };
        _gateway = Add(new LocalAwsGateway(gateway, client, _lambda, _lambda.CallerOf, () => _lambda.Runtimes, outage, _log));
        _started.SetResult(_gateway);
        if (await _lambda.DescribeMissingAsync() is { } missing)
        {
            progress?.Report(missing);
            _log.LogWarning("{Missing}", missing);
        }
    }

    // The gateway's port must be known before moto starts, so the first calls may have to wait for the rest.
    private async Task HandleAsync(HttpContext context) =>
        await (await _started.Task.WaitAsync(context.RequestAborted)).HandleAsync(context);

    private MotoServerOptions MotoOptions(PythonEnvironment python, StateFolder folder)
    {
        var environment = new Dictionary<string, string>();
        void Set(string name, double? value)
        {
            if (value is not null)
                environment[name] = value.Value.ToString(CultureInfo.InvariantCulture);
        }

        Set("LOCAL_AWS_PENDING_MS", _options.FunctionPendingMilliseconds);
        Set("LOCAL_AWS_UPDATE_MS", _options.FunctionUpdateMilliseconds);
        Set("LOCAL_AWS_ROLE_MS", _options.RoleMilliseconds);
        Set("LOCAL_AWS_METRIC_DELAY_S", _options.MetricDelay.TotalSeconds);
        Set("LOCAL_AWS_WAIT_SCALE", _options.WaitScale);
        Set("LOCAL_AWS_RETRY_SCALE", _options.RetryScale);
        return new MotoServerOptions(python, Id, folder.Path, Endpoint, Region) { Environment = environment };
    }

    private T Add<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }
}
