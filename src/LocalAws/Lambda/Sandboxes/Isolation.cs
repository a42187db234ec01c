using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>The folders of a sandbox, as its process sees them.</summary>
internal sealed record SandboxPaths(string Task, string Opt, string Bootstraps, string Tmp);

/// <summary>
/// Gives each sandbox its own mounts (/opt, /var/task, /var/runtime, /tmp) and process ids, so that it finds things where Lambda
/// puts them and takes all its children with it when it ends. What this machine does not allow is left out; environment
/// variables then point at the real folders.
/// </summary>
internal sealed record Isolation(IReadOnlyList<string> Unshare, string Mount, bool Processes, string Opt, bool Var, bool Tmp)
{
    public static readonly Isolation None = new([], "", false, "", false, false);

    private const string Bind = "bind", Overlay = "overlay";

    // Since 2.38 unshare grumbles (sigprocmask) when its child has ended; that belongs neither to the function nor on the caller's screen.
    private IReadOnlyList<string> Quietly => Unshare.Count == 0 ? [] : ["/bin/sh", "-c", "exec \"$@\" 2>/dev/null", "quietly"];

    public bool HasOpt => Opt.Length > 0;

    public SandboxPaths Paths(FunctionFolders code, string bootstraps, string tmp) => new(
        Var ? "/var/task" : code.Task,
        HasOpt ? "/opt" : code.Opt ?? "/opt",
        Var ? "/var/runtime" : bootstraps,
        Tmp ? "/tmp" : tmp);

    /// <summary>The command line that runs <paramref name="command"/> inside, everything it prints going to <paramref name="log"/>.</summary>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> command, FunctionFolders code, string bootstraps, string tmp, string empty, string log)
    {
        List<string> mounts = [];
        if (Var)
            mounts.AddRange([Overlay, Path.Combine(empty, "var"), "/var", Bind, code.Task, "/var/task", Bind, bootstraps, "/var/runtime"]);
        if (HasOpt)
            mounts.AddRange([Opt, code.Opt ?? Path.Combine(empty, "opt"), "/opt"]);
        // The last one, because the others' sources may lie below /tmp.
        if (Tmp)
            mounts.AddRange(["writable", tmp, "/tmp"]);
        return [.. Quietly, .. Unshare, "/bin/sh", "-c", SandboxScript.For(Mount, Processes), "sandbox", log, Paths(code, bootstraps, tmp).Task, .. mounts, "--", .. command];
    }

    /// <param name="folder">Where sandboxes and code will be, empty; the probes leave nothing else there.</param>
    /// <param name="mustSee">Files that have to be there still after everything is mounted: the interpreters.</param>
    public static async Task<Isolation> DetectAsync(string empty, string folder, IReadOnlyList<string> mustSee)
    {
        if (Interpreters.OnPath("unshare") is not { } unshare || Interpreters.OnPath("mount") is not { } mount)
            return None;
        var probe = new Probe(empty, folder, mustSee);
        string[] own = [unshare, "--mount", "--propagation", "private"], asRoot = [.. own, "--user", "--map-root-user"];
        string[] processes = ["--pid", "--fork", "--kill-child", "--mount-proc"];
        Isolation[] candidates =
        [
            new([.. own, .. processes], mount, true, "", false, false),
            new([.. asRoot, .. processes], mount, true, "", false, false),
            new(own, mount, false, "", false, false),
            new(asRoot, mount, false, "", false, false),
        ];
        foreach (var candidate in candidates)
        {
            if (!await probe.WorksAsync(candidate))
                continue;
            var found = candidate;
            found = await probe.BestAsync(found, found with { Var = true });
            found = await probe.BestAsync(found, found with { Opt = Bind }, found with { Opt = Overlay });
            // Hiding /tmp would hide bootstraps that lie there, if they could not be mounted elsewhere.
            return found.Var ? await probe.BestAsync(found, found with { Tmp = true }) : found;
        }

        return None;
    }

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
            var line = isolation.Wrap(look, code, code.Task, folder, empty, "/dev/null");
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
