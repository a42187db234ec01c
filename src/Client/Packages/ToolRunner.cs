using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Runs a tool to its end.</summary>
internal static class ToolRunner
{
    /// <exception cref="UserErrorException">The tool is missing, or ended with an exit code other than 0; the message has the end of its
    /// output.</exception>
    public static async Task RunAsync(ProcessStartInfo start, string whenMissing, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Start(start, whenMissing);
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

        if (process.ExitCode != 0)
            throw new UserErrorException(
                $"`{start.FileName} {string.Join(' ', start.ArgumentList)}` ended with exit code {process.ExitCode}:\n{Tail(output.ToString())}"
            );
    }

    private static Process Start(ProcessStartInfo start, string whenMissing)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new UserErrorException(whenMissing, e);
        }
    }

    private static string Tail(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(15));
}
