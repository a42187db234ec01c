namespace CodeRipple.Workflow.LocalAws.Calls;

/// <summary>The API calls that reached the local AWS, oldest first. Keeps the newest 20,000.</summary>
public sealed class CallLog
{
    private const int Capacity = 20_000;
    private readonly Queue<RecordedCall> _calls = new();
    private readonly Lock _lock = new();

    public IReadOnlyList<RecordedCall> Snapshot()
    {
        lock (_lock)
            return [.. _calls];
    }

    public void Clear()
    {
        lock (_lock)
            _calls.Clear();
    }

    internal void Add(RecordedCall call)
    {
        lock (_lock)
        {
            if (_calls.Count == Capacity)
                _calls.Dequeue();
            _calls.Enqueue(call);
        }
    }
}
