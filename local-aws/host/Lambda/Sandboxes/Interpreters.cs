using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Finds the interpreters on this machine, each once.</summary>
/// <param name="preferredPython">Taken before any on PATH.</param>
internal sealed class Interpreters(string? preferredPython)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Task<string?>> _found = new();

    public Task<string?> DotnetAsync() => _found.GetOrAdd("dotnet", _ => Task.FromResult(Dotnet()));

    public Task<string?> NodeAsync() => _found.GetOrAdd("node", _ => AskAsync(["node"], "-p", "process.execPath"));

    /// <param name="name">For instance <c>python3.12</c>; any python3 will do when that one is not there.</param>
    public Task<string?> PythonAsync(string name) =>
        _found.GetOrAdd(
            name,
            _ =>
                AskAsync(
                    preferredPython is null ? [name, "python3"] : [preferredPython, name, "python3"],
                    "-c",
                    "import sys; print(sys.executable)"
                )
        );

    /// <summary>All there are, for those who must know where they live.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        var all = await Task.WhenAll(DotnetAsync(), NodeAsync(), PythonAsync("python3"));
        return [.. all.OfType<string>()];
    }

    public static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    // The one that runs this process: <root>/shared/Microsoft.NETCore.App/<version>/ points to <root>/dotnet.
    private static string? Dotnet()
    {
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        return File.Exists(own) ? own : OnPath("dotnet");
    }

    // Version managers put shims on PATH that need the user's environment; the interpreter itself knows where it really is.
    private static async Task<string?> AskAsync(IEnumerable<string> candidates, params string[] question)
    {
        foreach (var candidate in candidates)
        {
            var file = Path.IsPathRooted(candidate) ? candidate : OnPath(candidate);
            if (file is not null && await AnswerAsync(file, question) is { } path && File.Exists(path))
                return path;
        }

        return null;
    }

    private static async Task<string?> AnswerAsync(string file, string[] question)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin);
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(file, question) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            process.Start();
            var answer = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode == 0 ? answer.Trim() : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception)
        {
            return null; // not executable
        }
    }
}
