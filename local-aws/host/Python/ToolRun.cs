using System.ComponentModel;
using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>One finished run of a command-line tool.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a tool to its end; null when there is no such tool or it did not end in time (it is killed then).</summary>
    public static async Task<ToolRun?> StartAsync(
        string tool,
        IReadOnlyList<string> arguments,
        TimeSpan deadline,
        Action<string>? onLine,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(deadline);
        try
        {
            var output = ReadAsync(process.StandardOutput, onLine, timer.Token);
            var error = ReadAsync(process.StandardError, null, timer.Token);
            await process.WaitForExitAsync(timer.Token);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
            onLine?.Invoke(line);
        }

        return string.Join('\n', lines);
    }
}
