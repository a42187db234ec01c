using System.Globalization;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The folders of a sandbox, as its process sees them.</summary>
internal sealed record SandboxPaths(string Task, string Opt, string Bootstraps, string NodePackages, string Tmp);

/// <summary>What a sandbox is made of, as this process sees it.</summary>
/// <param name="Folder">Its own; removed with it.</param>
/// <param name="Interpreter">Null for code that needs none.</param>
/// <param name="NodePackages">The packages that a Node runtime brings; null when there are none.</param>
internal sealed record SandboxParts(
    FunctionFolders Code,
    string Bootstraps,
    string Folder,
    Interpreter? Interpreter,
    string? NodePackages,
    int TmpMegabytes
)
{
    public string Tmp => Path.Combine(Folder, "tmp");
}

/// <summary>
/// Gives each sandbox a file system of its own, where only /tmp can be written, and process ids of its own, so that it finds things
/// where Lambda puts them and takes all its children with it when it ends. What this machine does not allow is left out;
/// environment variables then point at the real folders.
/// </summary>
/// <param name="Outer">The command that opens the namespaces; empty where there are none.</param>
/// <param name="Inner">The command that enters the root and gives up all rights over this machine.</param>
/// <param name="Processes">It has process ids of its own.</param>
/// <param name="SizedTmp">Its /tmp can have a size.</param>
internal sealed record Isolation(IReadOnlyList<string> Outer, IReadOnlyList<string> Inner, string Mount, bool Processes, bool SizedTmp)
{
    public static readonly Isolation None = new([], [], "", false, false);

    /// <summary>Null: a sandbox sees this machine's own file system.</summary>
    public SandboxRoot? Root { get; init; }

    /// <summary>What is left out here, in words; empty when everything is as on Lambda.</summary>
    public IReadOnlyList<string> Missing =>
        Root is null
            ? ["functions can write wherever this user can, and /tmp has no limit"]
            : [.. Processes ? [] : new[] { "functions see this machine's processes" }, .. SizedTmp ? [] : new[] { "/tmp has no limit" }];

    // Since 2.38 unshare grumbles (sigprocmask) when its child has ended; that belongs neither to the function nor on the caller's screen.
    private IReadOnlyList<string> Quietly => Outer.Count == 0 ? [] : ["/bin/sh", "-c", "exec \"$@\" 2>/dev/null", "quietly"];

    public SandboxPaths Paths(SandboxParts parts) =>
        Root is null
            ? new(
                parts.Code.Task,
                parts.Code.Opt ?? "/opt",
                parts.Bootstraps,
                parts.NodePackages ?? Path.Combine(parts.Bootstraps, "node_modules"),
                parts.Tmp
            )
            : new("/var/task", "/opt", "/var/runtime", SandboxRoot.NodePackages, "/tmp");

    /// <summary>The mounts in the form of fstab(5): one process makes them all, which costs a sixth of one for each.</summary>
    public string MountTable(SandboxParts parts)
    {
        if (Root is null)
            return "";
        var table = Root.NewTable();
        var programs = parts.Interpreter?.Folders ?? [];
        table.ReadOnly(parts.Code.Task, "/var/task");
        if (parts.Code.Opt is { } layers)
            table.Layers(layers, programs);
        if (parts.NodePackages is { } packages)
            table.ReadOnly(packages, SandboxRoot.NodePackages);
        if (Processes)
            table.Add("proc", "/proc", "proc", "ro,nosuid,nodev,noexec");
        else
            table.ReadOnly("/proc", "/proc");
        if (SizedTmp)
            table.Add(
                "tmpfs",
                "/tmp",
                "tmpfs",
                string.Create(CultureInfo.InvariantCulture, $"size={parts.TmpMegabytes}m,mode=1777,nosuid,nodev")
            );
        else
            table.Writable(parts.Tmp, "/tmp");
        // After all that could cover it.
        foreach (var folder in programs)
            table.Program(folder);
        return table.ToString();
    }

    /// <summary>
    /// The command line that runs <paramref name="command"/> inside, everything it prints going to <paramref name="log"/>.
    /// </summary>
    /// <param name="mounts">The file that holds the table of mounts.</param>
    /// <param name="folder">Where it starts.</param>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command, string mounts, string folder, string log) =>
        [
            .. Quietly,
            .. Outer,
            "/bin/sh",
            "-c",
            SandboxScript.For(Mount, Processes),
            "sandbox",
            log,
            Root is null ? folder : "/",
            mounts,
            .. Root is null ? [] : new[] { Inner[0], "--root", Root.Folder, "--wd", folder }.Concat(Inner.Skip(1)),
            .. command,
        ];
}
