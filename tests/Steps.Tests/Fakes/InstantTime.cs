namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>A clock on which every wait is over at once: it goes forward instead.</summary>
internal sealed class InstantTime : TimeProvider
{
    public TimeSpan Elapsed { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Elapsed += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
