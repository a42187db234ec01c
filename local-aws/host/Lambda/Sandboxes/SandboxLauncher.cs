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
    private readonly Lazy<Task<Isolation>> _isolation;

    public SandboxLauncher(RuntimeApi api, CodeStore store, LambdaOptions options, string region)
    {
        (_api, _store, _options, _region) = (api, store, options, region);
        _interpreters = new Interpreters(options.Python);
        _isolation = new Lazy<Task<Isolation>>(() => options.Namespaces ? DetectAsync() : Task.FromResult(Isolation.None));
    }

    public TimeSpan InitTimeout => _options.InitTimeout;

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
        var isolation = await _isolation.Value;
        var tmp = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        var paths = isolation.Paths(code, Bootstraps, tmp);
        var command = await RuntimeCommand.ForAsync(function, code, paths, _interpreters);
        var environment = SandboxEnvironment.For(function, paths, command[0], identity, _options, _region);
        var mounts = Path.Combine(folder, "mounts");
        await File.WriteAllTextAsync(mounts, isolation.MountTable(code, Bootstraps, tmp, EmptyFolder), cancellationToken);
        var line = isolation.Wrap(command, mounts, paths.Task, log);
        return await RuntimeProcess.StartAsync(_api, line, environment, isolation.Processes, cancellationToken);
    }

    /// <summary>A folder that does not exist yet.</summary>
    public string NewFolderName() => Path.Combine(_options.StateFolder, "sandboxes", Path.GetRandomFileName());

    private string EmptyFolder => Path.Combine(_options.StateFolder, "empty");

    private async Task<Isolation> DetectAsync()
    {
        // The mount points that /var of most machines lacks, laid over it in the sandbox only.
        Directory.CreateDirectory(Path.Combine(EmptyFolder, "var", "task"));
        Directory.CreateDirectory(Path.Combine(EmptyFolder, "var", "runtime"));
        Directory.CreateDirectory(Path.Combine(EmptyFolder, "opt"));
        var probe = Directory.CreateDirectory(NewFolderName()).FullName;
        var found = await Isolation.DetectAsync(EmptyFolder, probe, await _interpreters.AllAsync());
        Directory.Delete(probe, recursive: true);
        return found;
    }
}
