using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>The program itself, as a process, with its output kept apart.</summary>
internal sealed partial class Coderipple : IAsyncDisposable
{
    /// <summary>Long enough for a build from nothing on a busy machine; a healthy run ends far earlier.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    private readonly Process _process;
    private readonly Task<string> _error;

    private Coderipple(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public StreamWriter Input => _process.StandardInput;

    /// <summary>Starts it; its input stays open.</summary>
    public static Coderipple Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // A job in the background of a script ignores SIGINT, and so would every process that it starts.
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "coderipple.dll"), .. arguments]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new Coderipple(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Finished> RunAsync(
        IEnumerable<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        await using var program = Start(arguments, environment);
        await program.Input.WriteAsync(input);
        program.Input.Close();
        return await program.EndAsync();
    }

    /// <summary>The next line of its output.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Deadline, TimeProvider.System)
        ?? throw new InvalidOperationException($"coderipple ended with exit code {_process.ExitCode} and said:\n{await _error}");

    /// <summary>Waits for the end.</summary>
    public async Task<Finished> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync().WaitAsync(Deadline, TimeProvider.System);
        return new Finished(_process.ExitCode, await output, await _error);
    }

    /// <param name="signal">2: as Ctrl-C does; 15: as a supervisor does; 9: no chance to tidy up.</param>
    public void Signal(int signal) => _ = Kill(_process.Id, signal);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal(15);
            await _process.WaitForExitAsync().WaitAsync(Deadline, TimeProvider.System);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}

internal sealed record Finished(int ExitCode, string Output, string Error)
{
    /// <summary>The last line of the output, which is JSON with --json.</summary>
    public JsonNode Answer => JsonNode.Parse(Output.TrimEnd().Split('\n')[^1])!;

    /// <summary>Fails with everything that was said.</summary>
    public Finished MustEndWith(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Expected exit code {exitCode}, got {ExitCode}.\n{Output}\n{Error}");
        return this;
    }
}
