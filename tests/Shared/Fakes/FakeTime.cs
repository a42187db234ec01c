using System.Collections.Concurrent;

namespace CodeRipple.Workflow.Fakes;

/// <summary>A clock that a test moves.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly ConcurrentQueue<Action> _waits = new();

    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(() => callback(state));
        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>The time of everything that waits is over.</summary>
    public void EndWaits()
    {
        while (_waits.TryDequeue(out var end))
            end();
    }
}
