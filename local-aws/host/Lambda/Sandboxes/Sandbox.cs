using System.Globalization;
using CodeRipple.Workflow.LocalAws.Lambda.Records;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The answer of a sandbox to one event.</summary>
internal sealed record SandboxAnswer(Outcome Outcome, TimeSpan Duration, string LogTail);

/// <summary>An execution environment: one process of one function version, one event at a time.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private const long MinimumFree = 16 * 1024 * 1024;
    private readonly SandboxLauncher _launcher;
    private readonly SandboxOutput _output;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly string _log;
    private readonly Lazy<Task> _end;
    private readonly Lock _lock = new();
    private Task _launch = Task.CompletedTask;
    private bool _closed;
    private RuntimeProcess? _process;
    private RuntimeEnd? _unavailable;
    private TimeSpan? _init;
    private bool _late;

    public Sandbox(FunctionVersion function, SandboxLauncher launcher, ILogSink sink, TimeProvider time)
    {
        (Function, _launcher, _time) = (function, launcher, time);
        Identity = SandboxIdentity.New(function, time);
        AsCaller = new CallingFunction(function.FunctionName, function.Role, default);
        _folder = launcher.NewFolderName();
        _log = Path.Combine(_folder, "output.log");
        _output = new SandboxOutput(function, Identity, new SandboxLog(_log), sink, time);
        _end = new Lazy<Task>(EndAsync);
    }

    public FunctionVersion Function { get; }

    public SandboxIdentity Identity { get; }

    public CallingFunction AsCaller { get; private set; }

    /// <summary>It waits for another event; false once it failed to start, timed out or exited.</summary>
    public bool Usable { get; private set; } = true;

    /// <summary>Starts the process and waits until it is ready, has failed, or takes too long; the next invocation shows which.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        _output.Initializing();
        await LaunchAsync(cancellationToken);
        if (_process is not null)
            _late = !await WithinAsync(_launcher.InitTimeout, cancellationToken, _process.Ready, _process.Ended);
        _init = _time.GetElapsedTime(started);
    }

    /// <exception cref="OperationCanceledException">The local AWS stops.</exception>
    public async Task<SandboxAnswer> InvokeAsync(string requestId, string invokedArn, InvokeCall call, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        _output.Started(requestId);
        AsCaller = new CallingFunction(Function.FunctionName, Function.Role, call.Payload);
        var limit = Function.TimeLimit;
        var invocation = new Invocation(requestId, invokedArn, call.Payload, call.ClientContext, _time.GetUtcNow() + limit);
        if (_late)
            await RestartAsync(cancellationToken);
        var outcome = await AnswerAsync(invocation, limit, cancellationToken);
        var report = Report(outcome, _time.GetElapsedTime(started));
        if (!Usable)
            await StopProcessAsync();
        return new SandboxAnswer(outcome, report.Duration, _output.Finished(requestId, report));
    }

    /// <summary>Passes on what it has printed so far.</summary>
    public void ForwardOutput() => _output.Forward();

    public async ValueTask DisposeAsync() => await _end.Value;

    private async Task<Outcome> AnswerAsync(Invocation invocation, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_process is not { } process)
            return Unusable(_unavailable!.For(invocation.RequestId));
        var started = _time.GetTimestamp();
        process.Hand(invocation);
        await WithinAsync(limit, cancellationToken, invocation.Answer, process.Ended);
        if (!invocation.Answer.IsCompleted || process.OutOfMemory)
            return Unusable(
                process.Ended.IsCompleted ? Explained(await process.Ended).For(invocation.RequestId) : TimedOut(invocation.RequestId, limit)
            );

        // It takes the next event only after it has asked for one; a runtime that does not is not used again.
        await WithinAsync(limit - _time.GetElapsedTime(started), cancellationToken, invocation.Settled, process.Ended);
        Usable = invocation.Settled.IsCompleted && !process.Ended.IsCompleted;
        return await invocation.Answer;
    }

    /// <returns>False when none of them came in time.</returns>
    private async Task<bool> WithinAsync(TimeSpan limit, CancellationToken cancellationToken, params Task[] ends)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, _time, timer.Token);
        var first = Task.WhenAny([.. ends, late]);
        while (await Task.WhenAny(first, Task.Delay(RuntimeProcess.LookEvery, _time, timer.Token)) != first)
            _process?.LimitMemory();
        _process?.LimitMemory();
        cancellationToken.ThrowIfCancellationRequested();
        await timer.CancelAsync();
        return await first != late;
    }

    private Task LaunchAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Whoever ends the sandbox waits for a launch under way; there must be none after that.
            ObjectDisposedException.ThrowIf(_closed, this);
            return _launch = LaunchNowAsync(cancellationToken);
        }
    }

    private async Task LaunchNowAsync(CancellationToken cancellationToken)
    {
        try
        {
            _process = await _launcher.LaunchAsync(Function, Identity, _folder, _log, cancellationToken);
        }
        catch (RuntimeUnavailableException problem)
        {
            _unavailable = new RuntimeEnd(problem.ErrorType, problem.Message);
        }
        catch (IOException problem)
        {
            _unavailable = new RuntimeEnd("LocalAws.Disk", $"{Name} cannot be started: {problem.Message} {FullDisk()}".TrimEnd());
        }
    }

    // AWS gives up an initialisation after 10 seconds and starts it again in the time of the invocation.
    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        (_late, _init) = (false, null);
        await StopProcessAsync();
        await LaunchAsync(cancellationToken);
    }

    private Outcome Unusable(Outcome outcome)
    {
        Usable = false;
        return outcome;
    }

    private string Name => $"Function \"{Function.FunctionName}\" version {Function.Version}";

    /// <summary>A runtime that is aborted, because this machine's disk is full, cannot say so.</summary>
    private RuntimeEnd Explained(RuntimeEnd end) =>
        end.Payload is null && FullDisk() is { Length: > 0 } disk ? end with { Message = $"{end.Message}. {Name}: {disk}" } : end;

    /// <summary>What to do about the disk that sandboxes are on; empty when it has room.</summary>
    private string FullDisk()
    {
        var parent = Path.GetDirectoryName(Path.GetDirectoryName(_folder))!;
        var left = new DriveInfo(parent).AvailableFreeSpace;
        return left < MinimumFree ? $"The disk with {parent} has {left / 1024} KB left; free some, or set TMPDIR to another." : "";
    }

    private static Outcome TimedOut(string requestId, TimeSpan limit) =>
        Outcome.Failure(
            "Sandbox.Timedout",
            string.Create(
                CultureInfo.InvariantCulture,
                $"RequestId: {requestId} Error: Task timed out after {limit.TotalSeconds:F2} seconds"
            )
        );

    private InvocationReport Report(Outcome outcome, TimeSpan duration)
    {
        var status = outcome.ErrorType switch
        {
            null => null,
            "Sandbox.Timedout" => "timeout",
            _ when !Usable => "error",
            _ => null,
        };
        var report = new InvocationReport(
            duration,
            _init,
            _process?.PeakMegabytes,
            outcome.Remark,
            status,
            outcome.Report ?? outcome.ErrorType
        );
        _init = null;
        return report;
    }

    private async Task StopProcessAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
    }

    private async Task EndAsync()
    {
        Usable = false;
        lock (_lock)
            _closed = true;
        await _launch.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await StopProcessAsync();
        _output.Forward(ended: true);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
