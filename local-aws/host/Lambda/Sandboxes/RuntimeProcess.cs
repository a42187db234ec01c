using System.ComponentModel;
using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>One process of a sandbox and its channel. It is watched: however it ends, <see cref="Ended"/> says so at once.</summary>
internal sealed class RuntimeProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);

    /// <summary>How often its memory has to be looked at while it works.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly RuntimeApi _api;
    private readonly RuntimeChannel _channel;
    private readonly Process _process;
    private readonly int _id;
    private readonly bool _processNamespace;
    private readonly int _memoryMegabytes;
    private readonly Task _watch;

    private RuntimeProcess(RuntimeApi api, RuntimeChannel channel, Process process, bool processNamespace, int memoryMegabytes)
    {
        (_api, _channel, _process, _id) = (api, channel, process, process.Id);
        (_processNamespace, _memoryMegabytes) = (processNamespace, memoryMegabytes);
        _watch = WatchAsync();
    }

    public Task Ready => _channel.Ready;

    public Task<RuntimeEnd> Ended => _channel.Ended;

    public bool OutOfMemory { get; private set; }

    public int? PeakMegabytes =>
        OutOfMemory ? _memoryMegabytes
        : ProcessTree.PeakMegabytes(_id) is { } peak ? Math.Min(peak, _memoryMegabytes)
        : null;

    /// <summary>Ends it when it has taken more memory than the function has, as the kernel does on Lambda.</summary>
    public void LimitMemory()
    {
        if (_channel.Ended.IsCompleted || ProcessTree.UsedKilobytes(_id) <= _memoryMegabytes * 1024L)
            return;
        OutOfMemory = true;
        _channel.End(RuntimeEnd.OutOfMemory);
        ProcessTree.Kill(_process, _processNamespace);
    }

    public static async Task<RuntimeProcess> StartAsync(
        RuntimeApi api,
        IReadOnlyList<string> commandLine,
        Dictionary<string, string> environment,
        bool processNamespace,
        int memoryMegabytes,
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

        return new RuntimeProcess(api, channel, process, processNamespace, memoryMegabytes);
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
