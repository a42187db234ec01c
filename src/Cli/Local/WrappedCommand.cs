using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.Cli.Local;

/// <summary>A user's command that runs with the local AWS in its environment; its input and output are the terminal's own.</summary>
internal static partial class WrappedCommand
{
    /// <returns>The command's exit code; 128 + n when signal n ended it.</returns>
    /// <exception cref="UserErrorException">There is no such command.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, LocalAwsHost host, Signals signals)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false };
        host.ApplyTo(start.Environment);
        // Marked like the local AWS's own processes, so that it goes with them should this program be killed.
        start.Environment["LOCAL_AWS_ID"] = host.Id;
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
