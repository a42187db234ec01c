using System.Diagnostics;
using System.Text;

namespace CodeRipple.Workflow.Cli.Stack;

/// <summary>Runs a tool to its end and keeps what it printed.</summary>
internal static class ChildProcess
{
    /// <exception cref="UserErrorException">The tool is missing, or ended with an exit code other than 0; the message has the end of its output.</exception>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var output = new StringBuilder();
        void Keep(object _, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? output.ToString()
            : throw new UserErrorException($"`{file} {string.Join(' ', start.ArgumentList)}` ended with exit code {process.ExitCode}:\n{Tail(output.ToString())}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new UserErrorException($"Cannot start {start.FileName}: {e.Message}. Is it installed and on the PATH?", e);
        }
    }

    private static string Tail(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(15));
}
