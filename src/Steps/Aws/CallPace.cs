namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Bounds the calls per second of one run of checks, so that looking does not throttle what is looked at: calls of a kind keep their
/// distance, also after a pause. Two batches are checked at a time, so the account sees at most twice these rates. AWS allows:
/// GetFunction 100, GetPolicy 15, DescribeAlarms 9, DescribeContinuousBackups 10, DescribeLogGroups 10 a second.
/// </summary>
public sealed class CallPace(TimeProvider time)
{
    private static readonly AsyncLocal<CallPace?> OfThisFlow = new();

    private readonly Dictionary<string, Line> _lines = new()
    {
        [GetFunction] = new(20),
        [GetPolicy] = new(5),
        [Invoke] = new(5),
        [Iam] = new(8),
        [Table] = new(4),
        [Item] = new(20),
        [Events] = new(10),
        [Logs] = new(4),
        [Alarms] = new(3),
        [Other] = new(5),
    };

    public const string GetFunction = "lambda:GetFunction",
        GetPolicy = "lambda:GetPolicy",
        Invoke = "lambda:Invoke",
        Iam = "iam",
        Table = "dynamodb:Describe",
        Item = "dynamodb:GetItem",
        Events = "events",
        Logs = "logs",
        Alarms = "cloudwatch",
        Other = "other";

    /// <summary>The pace of the calls that are being made here; null when they need none.</summary>
    internal static CallPace? Current => OfThisFlow.Value;

    /// <summary>
    /// Does something whose calls of AWS keep this pace. Those that are timed wait by <see cref="WaitAsync"/>, before the clock starts.
    /// </summary>
    public async Task KeepAsync(Func<Task> calls)
    {
        OfThisFlow.Value = this;
        await calls();
    }

    /// <summary>Waits, below a second for each call in front, until another call of a kind may be made.</summary>
    public async Task WaitAsync(string kind)
    {
        var line = _lines[kind];
        TimeSpan wait;
        lock (line)
            wait = line.Take(time.GetElapsedTime(0));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time);
    }

    private sealed class Line(int perSecond)
    {
        private readonly TimeSpan _interval = TimeSpan.FromSeconds(1.0 / perSecond);
        private TimeSpan _next = TimeSpan.MinValue;

        public TimeSpan Take(TimeSpan now)
        {
            var slot = _next > now ? _next : now;
            _next = slot + _interval;
            return slot - now;
        }
    }
}
