using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

/// <summary>The dummy function as a process of its own, started as Lambda starts it.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _writing = new();

    public FunctionProcess(string? endpoint, string? handler, params (string Name, string Value)[] environment)
    {
        var dummy = typeof(FunctionProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "DummyAssembly")
            .Value!;
        var start = new ProcessStartInfo("dotnet", ["exec", dummy]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ANNOTATIONS_HANDLER");
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        if (endpoint is not null)
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = endpoint;
        if (handler is not null)
            start.Environment["ANNOTATIONS_HANDLER"] = handler;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All lines so far, of both streams.</summary>
    public string Output
    {
        get
        {
            lock (_writing)
                return _output.ToString();
        }
    }

    public void Terminate()
    {
        const int sigterm = 15;
        Assert.Equal(0, Kill(_process.Id, sigterm));
    }

    public async Task<int> ExitCodeAsync()
    {
        using var deadline = new CancellationTokenSource(FakeRuntimeApi.Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private void Append(string? line)
    {
        lock (_writing)
            _output.AppendLine(line);
    }
}
