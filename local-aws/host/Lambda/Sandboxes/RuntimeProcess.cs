using System.ComponentModel;
using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>One process of a sandbox and its channel. It is watched: however it ends, <see cref="Ended"/> says so at once.</summary>
internal sealed class RuntimeProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private readonly RuntimeApi _api;
    private readonly RuntimeChannel _channel;
    private readonly Process _process;
    private readonly int _id;
    private readonly bool _processNamespace;
    private readonly Task _watch;

    private RuntimeProcess(RuntimeApi api, RuntimeChannel channel, Process process, bool processNamespace)
    {
        (_api, _channel, _process, _id, _processNamespace) = (api, channel, process, process.Id, processNamespace);
        _watch = WatchAsync();
    }

    public Task Ready => _channel.Ready;

    public Task<RuntimeEnd> Ended => _channel.Ended;

    public int? PeakMegabytes => ProcessTree.PeakMegabytes(_id);

    public static async Task<RuntimeProcess> StartAsync(
        RuntimeApi api,
        IReadOnlyList<string> commandLine,
        Dictionary<string, string> environment,
        bool processNamespace,
        CancellationToken cancellationToken
    )
    {
        var channel = await api.OpenAsync(cancellationToken);
        var process = new Process { StartInfo = new ProcessStartInfo(commandLine[0], commandLine.Skip(1)) { WorkingDirectory = "/" } };
        process.StartInfo.Environment.Clear();
        foreach (var (name, value) in environment)
            process.StartInfo.Environment[name] = value;
        process.StartInfo.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{channel.Port}";
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            api.Close(channel);
            process.Dispose();
            throw new RuntimeUnavailableException("Runtime.InvalidEntrypoint", $"{commandLine[0]} cannot be started: {failure.Message}");
        }

        return new RuntimeProcess(api, channel, process, processNamespace);
    }

    public void Hand(Invocation invocation) => _channel.Hand(invocation);

    /// <summary>Kills it with all its children and returns when they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _api.Close(_channel);
        ProcessTree.Kill(_process, _processNamespace);
        try
        {
            await _watch.WaitAsync(EndsWithin, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            // Killed before the namespace had its first process, or stuck in the kernel: end unshare itself.
            ProcessTree.Kill(_process, processNamespace: false);
        }

        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        _channel.End(RuntimeEnd.Exited(_process.ExitCode));
    }
}
