using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Rehearsal.Output;

namespace CodeRipple.Workflow.Cli.Tests.Output;

/// <summary>A screen that can be read.</summary>
internal sealed class TestScreen : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestScreen(bool json = false, TerminalCapabilities capabilities = default) =>
        Screen = new Screen(Screen.CreateConsole(_output, capabilities), Screen.CreateConsole(_error, capabilities), json, Time);

    public Screen Screen { get; }

    public RehearsalScreen Rehearsal => new(Screen);

    public ManualTime Time { get; } = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}

/// <summary>Time that passes when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_ticks);

    public void Advance(TimeSpan time) => _ticks += time.Ticks;
}
