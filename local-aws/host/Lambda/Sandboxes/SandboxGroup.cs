using System.Diagnostics.CodeAnalysis;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// The sandboxes of one function version in one generation that rest, and the calls that wait for one. Not thread-safe: the pool locks.
/// </summary>
internal sealed class SandboxGroup(string generation)
{
    private readonly LinkedList<(Sandbox Sandbox, long Since)> _idle = new();
    private readonly LinkedList<TaskCompletionSource<Sandbox>> _waiting = new();

    public string Generation => generation;

    /// <summary>The one that was used last: its caches are warmest, and the others may grow old.</summary>
    public bool TryTake([NotNullWhen(true)] out Sandbox? sandbox)
    {
        sandbox = _idle.Last?.Value.Sandbox;
        if (sandbox is null)
            return false;
        _idle.RemoveLast();
        return true;
    }

    /// <summary>A place in the queue: the next sandbox that is given back goes to it.</summary>
    public TaskCompletionSource<Sandbox> Reserve()
    {
        var place = new TaskCompletionSource<Sandbox>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.AddLast(place);
        return place;
    }

    /// <summary>False when a sandbox was handed to it in the meantime.</summary>
    public bool TryLeave(TaskCompletionSource<Sandbox> place) => _waiting.Remove(place);

    /// <summary>Hands it to the first who waits, or lets it rest.</summary>
    public void Put(Sandbox sandbox, long now)
    {
        if (_waiting.First is not { } first)
        {
            _idle.AddLast((sandbox, now));
            return;
        }

        _waiting.RemoveFirst();
        first.Value.SetResult(sandbox);
    }

    public long? OldestSince => _idle.First?.Value.Since;

    public Sandbox TakeOldest()
    {
        var oldest = _idle.First!.Value.Sandbox;
        _idle.RemoveFirst();
        return oldest;
    }

    public IReadOnlyList<Sandbox> TakeAll()
    {
        Sandbox[] all = [.. _idle.Select(idle => idle.Sandbox)];
        _idle.Clear();
        return all;
    }
}
