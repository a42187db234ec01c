using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.Client;

/// <summary>Ctrl-C and SIGTERM: the first asks for an orderly end, the second ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    public Signals() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];

    /// <summary>Cancelled by the first signal, unless <see cref="ForwardTo"/> has it.</summary>
    public CancellationToken Token => _first.Token;

    /// <summary>While set, signals are passed on to a command that runs inside this program, which decides what they mean.</summary>
    public Action<PosixSignal>? ForwardTo { get; set; }

    /// <summary>Waits for the first signal.</summary>
    public static Task WaitAsync(CancellationToken token)
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(interrupted.SetResult);
        return interrupted.Task;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _first.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
            // The launcher notices that this process is gone, and takes everything else with it.
            Environment.Exit((int)ExitCode.Interrupted);
        if (ForwardTo is { } forward)
            forward(context.Signal);
        else
            _first.Cancel();
    }
}
