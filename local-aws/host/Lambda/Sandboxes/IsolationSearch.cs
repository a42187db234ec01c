using System.Diagnostics;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Finds out how much isolation this machine allows, by trying.</summary>
/// <param name="folder">Where the root and the trials go.</param>
/// <param name="bootstraps">The folder that becomes /var/runtime.</param>
/// <param name="interpreters">They have to run inside.</param>
internal sealed class IsolationSearch(string folder, string bootstraps, IReadOnlyList<Interpreter> interpreters)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly bool[] YesOrNo = [true, false];

    // Numbers of the user that Lambda runs functions as; see SandboxRoot.
    private const string User = "--map-user=993",
        Group = "--map-group=990";

    /// <summary>The best that works, and why nothing better does; null when everything does.</summary>
    public async Task<(Isolation Found, string? Reason)> FindAsync()
    {
        if (Executables.OnPath("unshare") is not { } unshare || Executables.OnPath("mount") is not { } mount)
            return (Isolation.None, "there is no unshare or no mount on PATH");
        SandboxRoot root;
        try
        {
            root = SandboxRoot.Create(Path.Combine(folder, "root"), bootstraps);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (Isolation.None, unreadable.Message);
        }

        string? reason = null;
        foreach (var candidate in Candidates(unshare, mount))
        {
            var problem = await TryAsync(candidate with { Root = root });
            if (problem is null)
                return (candidate with { Root = root }, reason);
            reason ??= problem;
        }

        return (Isolation.None, reason);
    }

    private static IEnumerable<Isolation> Candidates(string unshare, string mount)
    {
        string[] own = [unshare, "--mount", "--propagation", "private"],
            asRoot = [.. own, "--user", "--map-root-user"];
        string[] processes = ["--pid", "--fork", "--kill-child"];
        // A user namespace in the first one: the function's user owns nothing that the first one gives rights over.
        List<string[]> inner =
        [
            [unshare, "--user", User, Group],
        ];
        if (Executables.OnPath("setpriv") is { } setpriv)
            inner.Add([unshare, setpriv, "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"]);
        return from withProcesses in YesOrNo
            from outer in (string[][])[own, asRoot]
            from sized in YesOrNo
            from rights in inner
            select new Isolation(withProcesses ? [.. outer, .. processes] : outer, rights, mount, withProcesses, sized);
    }

    /// <returns>Null when it works.</returns>
    private async Task<string?> TryAsync(Isolation isolation)
    {
        foreach (var interpreter in interpreters)
        {
            if (await RunAsync(isolation, interpreter) is { } problem)
                return problem;
        }

        return null;
    }

    private async Task<string?> RunAsync(Isolation isolation, Interpreter interpreter)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "trial"));
        var task = place.CreateSubdirectory("task").FullName;
        place.CreateSubdirectory("tmp");
        var parts = new SandboxParts(
            new FunctionFolders(task, task),
            bootstraps,
            place.FullName,
            interpreter,
            NodePackages: null,
            TmpMegabytes: 1
        );
        var mounts = Path.Combine(place.FullName, "mounts");
        var log = Path.Combine(place.FullName, "output.log");
        await File.WriteAllTextAsync(mounts, isolation.MountTable(parts));
        await File.WriteAllTextAsync(log, "");
        var line = isolation.Wrap([interpreter.Path, .. interpreter.Trial], mounts, isolation.Paths(parts).Task, log);
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(new ProcessStartInfo(line[0], line.Skip(1)))!;
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : Reason(interpreter, process.ExitCode, await File.ReadAllTextAsync(log, limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{interpreter.Path} did not end within {Limit.TotalSeconds:0} seconds";
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static string Reason(Interpreter interpreter, int exitCode, string output) =>
        output.Trim().Split('\n')[^1] is { Length: > 0 } last ? last : $"{interpreter.Path} ended with {exitCode}";
}
