using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <param name="Folder">A node_modules folder; null when the code asks for nothing, or it cannot be had.</param>
/// <param name="Problem">Why it cannot be had and what helps; for whoever misses it.</param>
internal sealed record NodeSdk(string? Folder, string? Problem);

/// <summary>
/// The AWS SDK that Lambda's Node runtimes bring (v3, since nodejs18.x): the packages of it that a function or its layers import and
/// do not bring themselves, fetched with npm once per user and set of packages.
/// </summary>
/// <param name="npm">Null: there is none.</param>
internal sealed partial class NodePackages(string cacheFolder, string? npm)
{
    private static readonly TimeSpan InstallWithin = TimeSpan.FromMinutes(5);
    private static readonly NodeSdk Nothing = new(null, null);
    private static readonly string[] Sources = [".js", ".mjs", ".cjs"];
    private readonly ConcurrentDictionary<FunctionFolders, Lazy<IReadOnlyList<string>>> _wanted = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<NodeSdk>>> _fetched = new();

    public async Task<NodeSdk> ForAsync(FunctionFolders code)
    {
        var packages = _wanted.GetOrAdd(code, folders => new(() => Wanted(folders))).Value;
        if (packages.Count == 0)
            return Nothing;
        return await _fetched.GetOrAdd(string.Join(' ', packages), _ => new(() => FetchAsync(packages))).Value;
    }

    /// <summary>The SDK's packages that the code imports, without those that it brings.</summary>
    internal static IReadOnlyList<string> Wanted(FunctionFolders code)
    {
        string[] folders = code.Opt is null ? [code.Task] : [code.Task, code.Opt];
        // What lies in node_modules brings what it needs itself, but for packages that count on the runtime's.
        return
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", Readable))
                .Where(file => Sources.Contains(Path.GetExtension(file)))
                .SelectMany(file => Imports().Matches(ReadText(file)).Select(match => match.Groups["name"].Value))
                .Distinct()
                .Where(name => !folders.Any(folder => IsBrought(folder, name)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static EnumerationOptions Readable => new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
        {
            return "";
        }
    }

    private static bool IsBrought(string folder, string name) =>
        Directory.Exists(Path.Combine(folder, "node_modules", name))
        || Directory.Exists(Path.Combine(folder, "nodejs", "node_modules", name))
        || (
            Directory.Exists(Path.Combine(folder, "nodejs"))
            && Directory
                .EnumerateDirectories(Path.Combine(folder, "nodejs"), "node*")
                .Any(version => Directory.Exists(Path.Combine(version, "node_modules", name)))
        );

    private async Task<NodeSdk> FetchAsync(IReadOnlyList<string> packages)
    {
        var folder = Path.Combine(
            cacheFolder,
            "node-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', packages))))[..12]
        );
        var modules = Path.Combine(folder, "node_modules");
        if (Directory.Exists(modules))
            return new NodeSdk(modules, null);
        if (npm is null)
            return Missing(packages, "there is no npm on PATH");
        // Installed beside it and moved, so that an interrupted installation is not taken for a whole one.
        var partial = Directory.CreateDirectory($"{folder}.{Path.GetRandomFileName()}").FullName;
        try
        {
            string[] options = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"];
            var run = await ToolRun.StartAsync(
                npm,
                ["install", "--prefix", partial, .. options, .. packages],
                InstallWithin,
                null,
                CancellationToken.None
            );
            if (run is not { Succeeded: true })
                return Missing(packages, run is null ? "npm did not end in time" : LastLines(run.Error));
            MoveInto(partial, folder);
            return new NodeSdk(modules, null);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private static void MoveInto(string partial, string folder)
    {
        try
        {
            Directory.Move(partial, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another local AWS was first.
        }
    }

    private static string LastLines(string text) => string.Join("; ", text.Trim().Split('\n').TakeLast(3).Select(line => line.Trim()));

    private static NodeSdk Missing(IReadOnlyList<string> packages, string why) =>
        new(
            null,
            $"Lambda's Node runtime brings {string.Join(", ", packages)}; this machine could not fetch it: {why}. "
                + "Install npm and let it reach a registry, or add it to the package."
        );

    [GeneratedRegex("""(?:from|import|require\s*\(|import\s*\()\s*['"](?<name>@(?:aws-sdk|smithy)/[a-z0-9-]+)""")]
    private static partial Regex Imports();
}
