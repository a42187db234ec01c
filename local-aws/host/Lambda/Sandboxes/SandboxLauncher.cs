namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Turns a function version into a running process. What it finds out about this machine, it finds out once.</summary>
internal sealed class SandboxLauncher
{
    private static readonly string Bootstraps = Path.Combine(AppContext.BaseDirectory, "bootstraps");
    private readonly RuntimeApi _api;
    private readonly CodeStore _store;
    private readonly LambdaOptions _options;
    private readonly string _region;
    private readonly Interpreters _interpreters;
    private readonly NodePackages _nodePackages;
    private readonly Lazy<Task<(Isolation Found, string? Reason)>> _isolation;

    public SandboxLauncher(RuntimeApi api, CodeStore store, LambdaOptions options, string region)
    {
        (_api, _store, _options, _region) = (api, store, options, region);
        _interpreters = new Interpreters(options.Python);
        _nodePackages = new NodePackages(options.CacheFolder, options.Npm);
        _isolation = new(() => options.Namespaces ? FindIsolationAsync() : Task.FromResult<(Isolation, string?)>((Isolation.None, null)));
    }

    public TimeSpan InitTimeout => _options.InitTimeout;

    /// <summary>Which function ran on what.</summary>
    public RuntimesUsed Used { get; } = new();

    /// <summary>What sandboxes lack here, in a sentence; null when they are as on Lambda.</summary>
    public async Task<string?> DescribeMissingAsync()
    {
        var (found, reason) = await _isolation.Value;
        return found.Missing.Count == 0
            ? null
            : $"This machine does not allow all that isolates functions: {string.Join("; ", found.Missing)}"
                + (reason is null ? "." : $" ({reason}).");
    }

    /// <param name="folder">The sandbox's own; removed by its owner.</param>
    /// <exception cref="RuntimeUnavailableException">The function cannot be started here.</exception>
    public async Task<RuntimeProcess> LaunchAsync(
        FunctionVersion function,
        SandboxIdentity identity,
        string folder,
        string log,
        CancellationToken cancellationToken
    )
    {
        var code = await _store.FoldersAsync(function).WaitAsync(cancellationToken);
        var (isolation, _) = await _isolation.Value;
        var interpreter = await RuntimeCommand.InterpreterAsync(function, _interpreters);
        var packages = function.Family() == RuntimeFamily.Node ? await _nodePackages.ForAsync(code).WaitAsync(cancellationToken) : null;
        var parts = new SandboxParts(code, Bootstraps, folder, interpreter, packages?.Folder, function.TmpMegabytes);
        Directory.CreateDirectory(parts.Tmp);
        var paths = isolation.Paths(parts);
        var command = RuntimeCommand.For(function, code, paths, interpreter, packages?.Problem);
        var environment = SandboxEnvironment.For(function, paths, command[0], identity, _options, _region);
        var mounts = Path.Combine(folder, "mounts");
        await File.WriteAllTextAsync(mounts, isolation.MountTable(parts), cancellationToken);
        Used.Add(function, interpreter);
        var line = isolation.Wrap(command, mounts, paths.Task, log);
        return await RuntimeProcess.StartAsync(_api, line, environment, isolation.Processes, function.MemorySize, cancellationToken);
    }

    /// <summary>A folder that does not exist yet.</summary>
    public string NewFolderName() => Path.Combine(_options.StateFolder, "sandboxes", Path.GetRandomFileName());

    private async Task<(Isolation, string?)> FindIsolationAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_options.StateFolder, "isolation")).FullName;
        var needed = new[] { _interpreters.Dotnet(), await _interpreters.PythonAsync() };
        return await new IsolationSearch(folder, Bootstraps, [.. needed.OfType<Interpreter>()]).FindAsync();
    }
}
