using System.Threading.Channels;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// The two sides of one runtime process: it asks for events and posts answers on <see cref="Port"/>, the sandbox hands events over.
/// </summary>
internal sealed class RuntimeChannel(int port)
{
    private readonly Channel<Invocation> _events = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RuntimeEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Invocation? _current;

    public int Port => port;

    /// <summary>The runtime has asked for its first event.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The runtime will ask for no event any more.</summary>
    public Task<RuntimeEnd> Ended => _ended.Task;

    public void Hand(Invocation invocation) => _events.Writer.TryWrite(invocation);

    public void End(RuntimeEnd end)
    {
        _ended.TrySetResult(end);
        _events.Writer.TryComplete();
    }

    /// <summary>The runtime asks; null when there will be none.</summary>
    public async Task<Invocation?> NextAsync(CancellationToken cancellationToken)
    {
        _current?.Settle();
        _current = null;
        _ready.TrySetResult();
        while (await _events.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_events.Reader.TryRead(out var invocation))
                return _current = invocation;
        }

        return null;
    }

    /// <summary>False when the runtime is not working on that request.</summary>
    public bool TryAnswer(string requestId, Outcome outcome)
    {
        var current = _current;
        if (current is null || current.RequestId != requestId)
            return false;
        // A second answer is not an error: after "response too large" runtimes report that themselves.
        current.TryAnswer(outcome);
        return true;
    }
}
