using System.Diagnostics;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>Runs AWS's own tools, which are in Python.</summary>
internal static class PythonScript
{
    /// <returns>What the script wrote to its output.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var python = await PythonEnvironment.FindAsync();
        using var process = Process.Start(
            new ProcessStartInfo(python.Interpreter, ["-c", script, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);

        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }
}
