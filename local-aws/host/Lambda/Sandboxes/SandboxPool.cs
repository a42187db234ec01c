using CodeRipple.Workflow.LocalAws.Lambda.Records;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Keeps sandboxes: reuses those that rest, starts more when calls come at the same time, stops what is old or no longer needed.
/// </summary>
internal sealed class SandboxPool : IAsyncDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);
    private readonly LambdaOptions _options;
    private readonly SandboxLauncher _launcher;
    private readonly ILogSink _sink;
    private readonly TimeProvider _time;
    private readonly ITimer _ticks;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Function, string Version), SandboxGroup> _groups = [];
    private readonly Dictionary<string, SemaphoreSlim> _queues = [];
    private readonly Dictionary<Sandbox, SandboxGroup> _live = [];
    private readonly ColdStarts _starts;
    private readonly SemaphoreSlim _capacity;
    private bool _closed;

    public SandboxPool(LambdaOptions options, SandboxLauncher launcher, ILogSink sink, TimeProvider time)
    {
        (_options, _launcher, _sink, _time) = (options, launcher, sink, time);
        _starts = new ColdStarts(options.ColdStartsAtOnce, time);
        _capacity = new SemaphoreSlim(options.SandboxesInAll);
        _ticks = time.CreateTimer(_ => Tick(), null, TickEvery, TickEvery);
    }

    /// <summary>Whose calls carry this access key; null when it is no sandbox's.</summary>
    public CallingFunction? CallerOf(string accessKeyId)
    {
        lock (_lock)
            return _live.Keys.FirstOrDefault(sandbox => sandbox.Identity.AccessKeyId == accessKeyId)?.AsCaller;
    }

    /// <summary>A sandbox of this version, for one invocation; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="LambdaServiceException">429 after a long time in line.</exception>
    public async Task<Sandbox> RentAsync(FunctionVersion function, CancellationToken cancellationToken)
    {
        var queue = QueueOf(function.FunctionName);
        if (!await queue.WaitAsync(_options.QueueTimeout, cancellationToken))
            throw LambdaErrors.Throttled("ConcurrentInvocationLimitExceeded");
        try
        {
            return await FindOrStartAsync(function, cancellationToken);
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    public void Return(Sandbox sandbox)
    {
        lock (_lock)
        {
            var current = _groups.GetValueOrDefault((sandbox.Function.FunctionName, sandbox.Function.Version));
            if (sandbox.Usable && current == _live[sandbox])
                current.Put(sandbox, _time.GetTimestamp());
            else
                Stop(sandbox);
        }

        QueueOf(sandbox.Function.FunctionName).Release();
    }

    /// <summary>Ends the sandboxes of a deleted function or version: those at rest at once, those at work with their invocation.</summary>
    public void Forget(FunctionId deleted)
    {
        lock (_lock)
        {
            var keys = _groups
                .Keys.Where(key => key.Function == deleted.Name && (deleted.Qualifier ?? key.Version) == key.Version)
                .ToList();
            foreach (var key in keys)
            {
                _groups.Remove(key, out var group);
                foreach (var sandbox in group!.TakeAll())
                    Stop(sandbox);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ticks.DisposeAsync();
        Sandbox[] live;
        lock (_lock)
        {
            _closed = true;
            live = [.. _live.Keys];
        }

        await Task.WhenAll(live.Select(sandbox => sandbox.DisposeAsync().AsTask()));
    }

    private async Task<Sandbox> FindOrStartAsync(FunctionVersion function, CancellationToken cancellationToken)
    {
        SandboxGroup group;
        TaskCompletionSource<Sandbox> place;
        lock (_lock)
        {
            group = GroupOf(function);
            if (group.TryTake(out var idle))
                return idle;
            place = group.Reserve();
        }

        // Whichever comes first: a sandbox that another call gives back, or the turn to start one.
        using var noTurn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var turn = _starts.TurnAsync(noTurn.Token);
        await Task.WhenAny(place.Task, turn);
        if (!place.Task.IsCompleted)
            await turn;
        lock (_lock)
        {
            if (group.TryLeave(place))
                place.TrySetCanceled(CancellationToken.None);
        }

        if (place.Task.IsCanceled)
            return await StartAsync(function, group, cancellationToken);
        await noTurn.CancelAsync();
        await _starts.GiveBackAsync(turn);
        return await place.Task;
    }

    private async Task<Sandbox> StartAsync(FunctionVersion function, SandboxGroup group, CancellationToken cancellationToken)
    {
        Sandbox? sandbox = null;
        try
        {
            await _starts.InTurnAsync(
                async () =>
                {
                    await EnsureCapacityAsync(cancellationToken);
                    sandbox = Add(new Sandbox(function, _launcher, _sink, _time), group);
                    await sandbox.StartAsync(cancellationToken);
                },
                cancellationToken
            );
            return sandbox!;
        }
        catch
        {
            if (sandbox is not null)
                Stop(sandbox);
            throw;
        }
    }

    private Sandbox Add(Sandbox sandbox, SandboxGroup group)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _live.Add(sandbox, group);
        }

        return sandbox;
    }

    /// <summary>Takes one of the places for processes; when there is none left, the sandbox that rests longest gives way.</summary>
    private async Task EnsureCapacityAsync(CancellationToken cancellationToken)
    {
        if (_capacity.Wait(0, CancellationToken.None))
            return;
        lock (_lock)
        {
            if (_groups.Values.Where(group => group.OldestSince is not null).MinBy(group => group.OldestSince) is { } group)
                Stop(group.TakeOldest());
        }

        if (!await _capacity.WaitAsync(_options.QueueTimeout, cancellationToken))
            throw LambdaErrors.Throttled("ConcurrentInvocationLimitExceeded");
    }

    private SandboxGroup GroupOf(FunctionVersion function)
    {
        var key = (function.FunctionName, function.Version);
        if (_groups.TryGetValue(key, out var group) && group.Generation == function.Generation)
            return group;
        foreach (var outdated in group?.TakeAll() ?? [])
            Stop(outdated);
        return _groups[key] = new SandboxGroup(function.Generation);
    }

    private void Stop(Sandbox sandbox) => _ = StopAsync(sandbox);

    private async Task StopAsync(Sandbox sandbox)
    {
        await sandbox.DisposeAsync();
        lock (_lock)
        {
            if (_live.Remove(sandbox))
                _capacity.Release();
        }
    }

    private SemaphoreSlim QueueOf(string function)
    {
        lock (_lock)
        {
            if (!_queues.TryGetValue(function, out var queue))
                _queues[function] = queue = new SemaphoreSlim(_options.SandboxesPerFunction);
            return queue;
        }
    }

    private void Tick()
    {
        Sandbox[] live;
        lock (_lock)
        {
            foreach (var group in _groups.Values)
            {
                while (group.OldestSince is { } since && _time.GetElapsedTime(since) >= _options.IdleTimeout)
                    Stop(group.TakeOldest());
            }

            live = [.. _live.Keys];
        }

        foreach (var sandbox in live)
            sandbox.ForwardOutput();
    }
}
