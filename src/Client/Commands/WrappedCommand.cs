using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>A command that runs inside this program; its input and output are the terminal's own.</summary>
internal static partial class WrappedCommand
{
    /// <returns>The command's exit code; 128 + n when signal n ended it.</returns>
    /// <exception cref="UserErrorException">There is no such command.</exception>
    public static async Task<int> RunAsync(ProcessStartInfo start, Signals signals)
    {
        using var process = Start(start);
        signals.ForwardTo = signal => PassOn(signal, process);
        await process.WaitForExitAsync(CancellationToken.None);
        signals.ForwardTo = null;
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new UserErrorException($"Cannot run {start.FileName}: {e.Message}.", e);
        }
    }

    private static void PassOn(PosixSignal signal, Process process)
    {
        // A terminal sends Ctrl-C to every process in the foreground, the command included.
        if (signal == PosixSignal.SIGINT && !Console.IsInputRedirected)
            return;
        if (OperatingSystem.IsWindows())
            process.Kill(entireProcessTree: true);
        else
            _ = Kill(process.Id, signal == PosixSignal.SIGINT ? 2 : 15);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
