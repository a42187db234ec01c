using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>A copy of the workload Workloads/shop, as an application of its own: a Python layer and two functions.</summary>
internal sealed class ShopWorkload : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coderipple-shop-").FullName;
    private readonly string _application;

    private ShopWorkload(string application)
    {
        _application = application;
        var source = Repository.Path("tests/EndToEnd.Tests/Workloads/shop");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.WriteAllText(copy, System.IO.File.ReadAllText(file).Replace("shop", application, StringComparison.Ordinal));
        }
    }

    public string Application => _application;

    /// <summary>Path of its coderipple.json.</summary>
    public string File => Path.Combine(_folder, WorkloadFile.DefaultName);

    public IReadOnlyList<string> Functions => [$"coderipple-{_application}-hello", $"coderipple-{_application}-again"];

    /// <summary>Makes the copy and installs its base stack.</summary>
    /// <param name="change">Changes the copy first.</param>
    public static async Task<ShopWorkload> InstallAsync(RunningMachine running, string application, Action<ShopWorkload>? change = null)
    {
        var workload = new ShopWorkload(application);
        change?.Invoke(workload);
        var template = await PackagedTemplate.BuildAsync(Path.Combine(workload._folder, "base-stack.yaml"), CancellationToken.None);
        await new StackInstaller(running.Clients, TimeProvider.System).InstallAsync(
            $"{application}-development",
            template,
            new Dictionary<string, string> { ["Environment"] = "development" },
            CancellationToken.None
        );
        return workload;
    }

    public void Replace(string file, string old, string @new)
    {
        var path = Path.Combine(_folder, file);
        System.IO.File.WriteAllText(path, System.IO.File.ReadAllText(path).Replace(old, @new, StringComparison.Ordinal));
    }

    public async Task<ReleaseDraft> DraftAsync(RunningMachine running)
    {
        var file = WorkloadFile.Open(File);
        var outputs = await running.Clients.CloudFormation.OutputsAsync(file.BaseStackName("development"), CancellationToken.None);
        return new ReleaseDraft(
            await file.ReadAsync(running.Clients, "development", outputs!, CancellationToken.None),
            await file.BuildAsync("development", CancellationToken.None)
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
