using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Finds the interpreters on this machine, each once: the one of the declared version before any other, on PATH and where version
/// managers keep theirs.
/// </summary>
/// <param name="packagedPython">A Python that has boto3, as Lambda's runtimes do; taken where the declared one is not there.</param>
/// <param name="path">Where to look first; null means PATH.</param>
internal sealed class Interpreters(string? packagedPython, string? path = null)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private const string PythonQuestion = """
        import json, platform, site, sys
        print(json.dumps({"Path": sys.executable, "Version": platform.python_version(), "Folders": [sys.prefix, sys.base_prefix],
        "Packages": [*site.getsitepackages(), site.getusersitepackages()]}))
        """;

    private const string NodeQuestion = """
        const path = process.execPath, folder = require('path').resolve(path, '../..');
        console.log(JSON.stringify({ Path: path, Version: process.versions.node, Folders: [folder], Packages: [] }))
        """;

    private readonly ConcurrentDictionary<string, Task<Interpreter?>> _found = new();

    /// <param name="version">The declared one, for instance 10.</param>
    public Interpreter? Dotnet(string? version = null)
    {
        if (DotnetRoot() is not { } root)
            return null;
        var versions = Directory
            .EnumerateDirectories(System.IO.Path.Combine(root, "shared", "Microsoft.NETCore.App"))
            .Select(Path.GetFileName);
        var found = versions
            .OfType<string>()
            .Select(name => new Interpreter("dotnet", Path.Combine(root, "dotnet"), name, [root], [], ["--list-runtimes"]))
            .OrderBy(interpreter => interpreter.Version, Newest)
            .ToList();
        return found.LastOrDefault(interpreter => version is not null && interpreter.IsOf(version)) ?? found.LastOrDefault();
    }

    /// <param name="version">The declared one, for instance 22.</param>
    public Task<Interpreter?> NodeAsync(string? version = null) =>
        _found.GetOrAdd(
            "node" + version,
            _ =>
                FindAsync("node", version, version is null ? ["node"] : ["node" + version, "node", .. Managed.Nodes(version)], NodeQuestion)
        );

    /// <param name="version">The declared one, for instance 3.12.</param>
    public Task<Interpreter?> PythonAsync(string? version = null)
    {
        string[] any = packagedPython is null ? ["python3"] : [packagedPython, "python3"];
        return _found.GetOrAdd(
            "python" + version,
            _ => FindPythonAsync(version, version is null ? any : [any[0], "python" + version, .. Managed.Pythons(version), .. any])
        );
    }

    private async Task<Interpreter?> FindPythonAsync(string? version, IEnumerable<string> candidates)
    {
        var found = await FindAsync("python", version, candidates, PythonQuestion);
        if (found is null || packagedPython is null || found.Path == packagedPython)
            return found;
        // What the managed runtimes bring (boto3) is plain Python: any version can use it.
        var packaged = await AskAsync("python", packagedPython, PythonQuestion);
        return packaged is null
            ? found
            : found with
            {
                Folders = [.. found.Folders.Union(packaged.Packages)],
                Packages = [.. packaged.Packages.Union(found.Packages)],
            };
    }

    /// <summary>The first of that version, otherwise the first that runs.</summary>
    private async Task<Interpreter?> FindAsync(string name, string? version, IEnumerable<string> candidates, string question)
    {
        Interpreter? other = null;
        foreach (var candidate in candidates)
        {
            var file = Path.IsPathRooted(candidate) ? candidate : Executables.OnPath(candidate, path);
            if (file is null || await AskAsync(name, file, question) is not { } found)
                continue;
            if (version is null || found.IsOf(version))
                return found;
            other ??= found;
        }

        return other;
    }

    // Version managers put shims on PATH that need the user's environment; the interpreter itself knows where it really is.
    private static async Task<Interpreter?> AskAsync(string name, string file, string question)
    {
        var text = await AnswerAsync(file, name == "python" ? "-c" : "-e", question);
        if (text is null || JsonSerializer.Deserialize(text, InterpreterJson.Default.InterpreterAnswer) is not { } answer)
            return null;
        string[] packages = [.. answer.Packages.Where(Directory.Exists)];
        string[] real = File.ResolveLinkTarget(answer.Path, returnFinalTarget: true) is { } target
            ? [Path.GetFullPath(Path.Combine(target.FullName, "../.."))]
            : [];
        string[] folders = [.. answer.Folders.Concat(packages).Concat(real).Where(folder => folder != "/").Distinct()];
        return File.Exists(answer.Path)
            ? new Interpreter(name, answer.Path, answer.Version, Outermost(folders), packages, name == "python" ? ["-c", ""] : ["-e", "0"])
            : null;
    }

    private static string[] Outermost(string[] folders) =>
        [.. folders.Where(folder => !folders.Any(other => other != folder && folder.StartsWith(other + "/", StringComparison.Ordinal)))];

    // The one that runs this process: <root>/shared/Microsoft.NETCore.App/<version>/ points to <root>/dotnet.
    private static string? DotnetRoot()
    {
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        if (File.Exists(Path.Combine(own, "dotnet")))
            return own;
        var onPath = Executables.OnPath("dotnet");
        return onPath is null ? null : Path.GetDirectoryName(File.ResolveLinkTarget(onPath, returnFinalTarget: true)?.FullName ?? onPath);
    }

    private static readonly Comparer<string> Newest = Comparer<string>.Create(
        (one, other) => Number(one) is { } a && Number(other) is { } b ? a.CompareTo(b) : string.CompareOrdinal(one, other)
    );

    private static Version? Number(string text) => Version.TryParse(text.Split('-')[0], out var number) ? number : null;

    private static async Task<string?> AnswerAsync(string file, params string[] question)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin);
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(file, question) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            process.Start();
            var answer = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode == 0 ? answer.Trim() : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception)
        {
            return null; // not executable
        }
    }

    /// <summary>Where version managers keep interpreters.</summary>
    private static class Managed
    {
        private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        public static IEnumerable<string> Pythons(string version) =>
            Below(Root("PYENV_ROOT", ".pyenv") + "/versions", version + "*", "bin/python3")
                .Concat(Below(Root("UV_PYTHON_INSTALL_DIR", ".local/share/uv/python"), $"cpython-{version}.*", "bin/python3"));

        public static IEnumerable<string> Nodes(string version) =>
            Below(Root("NVM_DIR", ".nvm") + "/versions/node", $"v{version}.*", "bin/node")
                .Concat(Below(Root("FNM_DIR", ".local/share/fnm") + "/node-versions", $"v{version}.*", "installation/bin/node"))
                .Concat(Below(Root("VOLTA_HOME", ".volta") + "/tools/image/node", $"{version}.*", "bin/node"));

        private static string Root(string variable, string otherwise) =>
            Environment.GetEnvironmentVariable(variable) is { Length: > 0 } chosen ? chosen : Path.Combine(Home, otherwise);

        private static IEnumerable<string> Below(string folder, string pattern, string file) =>
            Directory.Exists(folder)
                ? Directory
                    .EnumerateDirectories(folder, pattern)
                    .OrderDescending(StringComparer.Ordinal)
                    .Select(found => Path.Combine(found, file))
                : [];
    }
}

/// <summary>What an interpreter says of itself.</summary>
internal sealed record InterpreterAnswer(string Path, string Version, string[] Folders, string[] Packages);

[JsonSerializable(typeof(InterpreterAnswer))]
internal sealed partial class InterpreterJson : JsonSerializerContext;
