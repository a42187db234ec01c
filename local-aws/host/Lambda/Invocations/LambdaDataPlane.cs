using CodeRipple.Workflow.LocalAws.Lambda.Records;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Permissions;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>Everything that runs functions, put together. Nothing of it survives its disposal: no process, port or folder.</summary>
internal sealed class LambdaDataPlane : ILambdaInvoker, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly RuntimeApi _api = new();
    private readonly string _folder;
    private readonly CodeStore _code;
    private readonly SandboxLauncher _launcher;
    private readonly LogWriter _logs;
    private readonly MetricWriter _metrics;
    private readonly SandboxPool _pool;
    private readonly LambdaService _service;
    private readonly AsyncInvocations _queue;

    public LambdaDataPlane(LambdaOptions options, MotoClient moto, TimeProvider time, ILogger log)
    {
        _folder = Path.Combine(options.StateFolder, "lambda");
        options = options with { StateFolder = _folder };
        _logs = new LogWriter(moto, log);
        _metrics = new MetricWriter(moto, log);
        _code = new CodeStore(moto, _folder, _stopping.Token);
        _launcher = new SandboxLauncher(_api, _code, options, moto.Region);
        _pool = new SandboxPool(options, _launcher, _logs, time);
        _service = new LambdaService(new FunctionDirectory(moto), _pool, _metrics, options.Random, time, _stopping.Token);
        _queue = new AsyncInvocations(
            _service,
            new InvokeDestinations(moto, this, new Authorizer(moto), time),
            options,
            time,
            log,
            _stopping.Token
        );
    }

    /// <summary>The ports that sandboxes call; none of them is the gateway's.</summary>
    public IReadOnlyCollection<int> Ports => _api.Ports;

    /// <summary>Which function ran on what.</summary>
    public IReadOnlyList<RuntimeUsed> Runtimes => _launcher.Used.Snapshot();

    /// <summary>What sandboxes lack on this machine, in a sentence; null when they are as on Lambda.</summary>
    public Task<string?> DescribeMissingAsync() => _launcher.DescribeMissingAsync();

    public async Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        var target = await _service.ResolveAsync(call, cancellationToken);
        return await _service.RunAsync(target, call, Guid.NewGuid().ToString()).WaitAsync(cancellationToken);
    }

    public async Task<string> EnqueueAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        var target = await _service.ResolveAsync(call, cancellationToken);
        return _queue.Add(target, call);
    }

    public async Task CheckAsync(InvokeCall call, CancellationToken cancellationToken) =>
        await _service.ResolveAsync(call, cancellationToken);

    public void Forget(FunctionId deleted) => _pool.Forget(deleted);

    /// <summary>The function whose sandbox has this access key; null when it is no sandbox's.</summary>
    public CallingFunction? CallerOf(string accessKeyId) => _pool.CallerOf(accessKeyId);

    /// <summary>Waits until asynchronous invocations have ended and the logs and metrics of what has run are written.</summary>
    public async Task FlushAsync()
    {
        await _queue.FlushAsync();
        await Task.WhenAll(_logs.FlushAsync(), _metrics.FlushAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _queue.DisposeAsync();
        await _pool.DisposeAsync();
        await _api.DisposeAsync();
        await _code.DisposeAsync();
        await Task.WhenAll(_logs.DisposeAsync().AsTask(), _metrics.DisposeAsync().AsTask());
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        _stopping.Dispose();
    }
}
