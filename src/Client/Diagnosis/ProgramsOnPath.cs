using System.ComponentModel;
using System.Diagnostics;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>What the PATH leads to.</summary>
internal sealed class ProgramsOnPath : IPrograms
{
    public bool Has(string program) => StepRuntime.IsOnPath(program);

    public async Task<string?> OutputAsync(string program, string argument, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? $"{await output}{await error}".Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
