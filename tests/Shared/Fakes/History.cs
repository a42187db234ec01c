using System.Collections.Concurrent;

namespace CodeRipple.Workflow.Fakes;

/// <summary>What changed in all fakes, in order: <c>put JOURNAL#…</c>, <c>UpdateAlias orders</c>.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<string> _events = new();

    public IReadOnlyList<string> Events => [.. _events];

    public void Add(string happened) => _events.Enqueue(happened);

    public void Clear() => _events.Clear();
}
