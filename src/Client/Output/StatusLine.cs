using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>The last line of a terminal, which shows what is going on. Without a terminal there is none.</summary>
internal sealed class StatusLine(IAnsiConsole console, TimeProvider time)
{
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly List<Activity> _running = [];
    private ITimer? _timer;
    private int _frame;

    public Activity Begin(string what)
    {
        var activity = new Activity(this, what);
        lock (_lock)
        {
            _running.Add(activity);
            if (console.Profile.Capabilities is { Ansi: true, Interactive: true })
                _timer ??= time.CreateTimer(_ => Draw(), null, TimeSpan.Zero, Tick);
        }

        return activity;
    }

    /// <summary>Writes whole lines above the status line.</summary>
    public void Write(Action write)
    {
        lock (_lock)
        {
            Erase();
            write();
        }
    }

    private void End(Activity activity)
    {
        lock (_lock)
        {
            _running.Remove(activity);
            Erase();
            if (_running.Count > 0)
                return;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_timer is null)
                return;
            var text = $"{Frames[_frame++ % Frames.Length]} {string.Join(", ", _running)}";
            var width = Math.Max(1, console.Profile.Width - 1);
            console.Profile.Out.Writer.Write($"\r{(text.Length > width ? text[..width] : text)}\u001b[K");
        }
    }

    private void Erase()
    {
        if (_timer is not null)
            console.Profile.Out.Writer.Write("\r\u001b[K");
    }

    /// <summary>Something that is going on until it is disposed; may say more while it does.</summary>
    internal sealed class Activity(StatusLine line, string what) : IProgress<string>, IDisposable
    {
        private string? _detail;

        public void Report(string value) => _detail = value;

        public void Dispose() => line.End(this);

        public override string ToString() => _detail is null ? what : $"{what}: {_detail}";
    }
}
