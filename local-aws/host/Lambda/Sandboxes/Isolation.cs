using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The folders of a sandbox, as its process sees them.</summary>
internal sealed record SandboxPaths(string Task, string Opt, string Bootstraps, string Tmp);

/// <summary>
/// Gives each sandbox its own mounts (/opt, /var/task, /var/runtime, /tmp) and process ids, so that it finds things where Lambda
/// puts them and takes all its children with it when it ends. What this machine does not allow is left out; environment
/// variables then point at the real folders.
/// </summary>
internal sealed record Isolation(IReadOnlyList<string> Unshare, string Mount, bool Processes)
{
    public static readonly Isolation None = new([], "", false);

    private const string Bind = "bind",
        Overlay = "overlay";

    /// <summary>How layers come to /opt; empty when they cannot.</summary>
    public string Opt { get; private init; } = "";

    public bool Var { get; private init; }

    public bool Tmp { get; private init; }

    /// <summary>In a user namespace the flags of what is mounted may be locked; that nobody can write to it is a nicety then.</summary>
    public bool ReadOnly { get; private init; }

    // Since 2.38 unshare grumbles (sigprocmask) when its child has ended; that belongs neither to the function nor on the caller's screen.
    private IReadOnlyList<string> Quietly => Unshare.Count == 0 ? [] : ["/bin/sh", "-c", "exec \"$@\" 2>/dev/null", "quietly"];

    public bool HasOpt => Opt.Length > 0;

    public SandboxPaths Paths(FunctionFolders code, string bootstraps, string tmp) =>
        new(Var ? "/var/task" : code.Task, HasOpt ? "/opt" : code.Opt ?? "/opt", Var ? "/var/runtime" : bootstraps, Tmp ? "/tmp" : tmp);

    /// <summary>The mounts in the form of fstab(5): one process makes them all, which costs a sixth of one for each.</summary>
    public string MountTable(FunctionFolders code, string bootstraps, string tmp, string empty)
    {
        List<string> lines = [];
        if (Var)
        {
            lines.Add(OverlayLine(Path.Combine(empty, "var"), "/var"));
            lines.AddRange([BindLine(code.Task, "/var/task"), BindLine(bootstraps, "/var/runtime")]);
        }

        var opt = code.Opt ?? Path.Combine(empty, "opt");
        if (HasOpt)
            lines.Add(Opt == Overlay ? OverlayLine(opt, "/opt") : BindLine(opt, "/opt"));
        // The last one, because the others' sources may lie below /tmp.
        if (Tmp)
            lines.Add($"{Field(tmp)} /tmp none bind 0 0\n");
        return string.Concat(lines);
    }

    /// <summary>
    /// The command line that runs <paramref name="command"/> inside, everything it prints going to <paramref name="log"/>.
    /// </summary>
    /// <param name="mounts">The file that holds the table of mounts.</param>
    /// <param name="folder">Where it starts.</param>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command, string mounts, string folder, string log) =>
        [.. Quietly, .. Unshare, "/bin/sh", "-c", SandboxScript.For(Mount, Processes), "sandbox", log, folder, mounts, .. command];

    /// <param name="folder">Where sandboxes and code will be, empty; the probes leave nothing else there.</param>
    /// <param name="mustSee">Files that have to be there still after everything is mounted: the interpreters.</param>
    public static async Task<Isolation> DetectAsync(string empty, string folder, IReadOnlyList<string> mustSee)
    {
        if (Interpreters.OnPath("unshare") is not { } unshare || Interpreters.OnPath("mount") is not { } mount)
            return None;
        var probe = new Probe(empty, folder, mustSee);
        string[] own = [unshare, "--mount", "--propagation", "private"],
            asRoot = [.. own, "--user", "--map-root-user"];
        string[] processes = ["--pid", "--fork", "--kill-child", "--mount-proc"];
        Isolation[] candidates =
        [
            new([.. own, .. processes], mount, true),
            new([.. asRoot, .. processes], mount, true),
            new(own, mount, false),
            new(asRoot, mount, false),
        ];
        foreach (var candidate in candidates)
        {
            if (!await probe.WorksAsync(candidate))
                continue;
            var found = await probe.BestAsync(candidate, candidate with { Var = true, ReadOnly = true }, candidate with { Var = true });
            found = await probe.BestAsync(found, found with { Opt = Bind }, found with { Opt = Overlay });
            // Hiding /tmp would hide bootstraps that lie there, if they could not be mounted elsewhere.
            return found.Var ? await probe.BestAsync(found, found with { Tmp = true }) : found;
        }

        return None;
    }

    private string BindLine(string source, string target) => $"{Field(source)} {target} none bind{(ReadOnly ? ",ro" : "")} 0 0\n";

    private static string OverlayLine(string source, string target) =>
        $"overlay {target} overlay ro,lowerdir={Field(source)}:{target} 0 0\n";

    // fstab(5) parts its fields at white space.
    private static string Field(string path) =>
        path.Replace("\\", "\\134", StringComparison.Ordinal)
            .Replace(" ", "\\040", StringComparison.Ordinal)
            .Replace("\t", "\\011", StringComparison.Ordinal)
            .Replace("\n", "\\012", StringComparison.Ordinal);

    /// <summary>Tries an isolation on a command that looks whether the interpreters are still there.</summary>
    private sealed class Probe(string empty, string folder, IReadOnlyList<string> mustSee)
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

        public async Task<Isolation> BestAsync(Isolation otherwise, params Isolation[] wanted)
        {
            foreach (var candidate in wanted)
            {
                if (await WorksAsync(candidate))
                    return candidate;
            }

            return otherwise;
        }

        public async Task<bool> WorksAsync(Isolation isolation)
        {
            string[] look = ["/bin/sh", "-c", "for file; do test -e \"$file\" || exit 1; done", "look", .. mustSee];
            var code = new FunctionFolders(Path.Combine(empty, "opt"), null);
            var mounts = Path.Combine(empty, "mounts");
            await File.WriteAllTextAsync(mounts, isolation.MountTable(code, code.Task, folder, empty));
            var line = isolation.Wrap(look, mounts, isolation.Paths(code, code.Task, folder).Task, "/dev/null");
            using var limit = new CancellationTokenSource(Limit);
            using var process = Process.Start(new ProcessStartInfo(line[0], line.Skip(1)))!;
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return false;
            }
        }
    }
}
