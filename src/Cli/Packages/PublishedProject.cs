using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CodeRipple.Workflow.Cli.Packages;

/// <summary>
/// The zipped <c>dotnet publish</c> output of a project. Kept below out/ of the project's repository under a fingerprint of
/// everything the build may have read there, so that nothing is built twice and nothing is ever stale.
/// </summary>
internal sealed class PublishedProject
{
    private const string SdkMissing =
        "The .NET SDK is needed to build the code, but there is no `dotnet` on the PATH. Install .NET SDK 10: https://dot.net/download";

    private readonly string _project;
    private readonly string _root;
    private readonly string _name;
    private readonly string _folder;

    private PublishedProject(string project)
    {
        _project = project;
        _root = SourceTree.RootOf(project);
        _name = $"{Path.GetFileNameWithoutExtension(project)}.{Hash(project)[..8]}";
        _folder = Path.Combine(_root, "out", "packages");
    }

    public static async Task<byte[]> ZipAsync(string project, CancellationToken cancellationToken)
    {
        var published = new PublishedProject(project);
        // Two builds of one project at once would write to the same files.
        using var turn = await FileLock.TakeAsync(Path.Combine(published.PrepareFolder(), "lock"), TimeProvider.System, cancellationToken);
        return await published.ZipAsync(cancellationToken);
    }

    private async Task<byte[]> ZipAsync(CancellationToken cancellationToken)
    {
        // Taken before the build: a file that changes meanwhile gives another fingerprint the next time.
        var file = Path.Combine(_folder, $"{_name}.{Fingerprint()}.zip");
        if (File.Exists(file))
            return await File.ReadAllBytesAsync(file, cancellationToken);

        var zip = await PublishAsync(cancellationToken);
        foreach (var older in Directory.EnumerateFiles(_folder, $"{_name}.*.zip"))
            File.Delete(older);
        await File.WriteAllBytesAsync(file + ".new", zip, CancellationToken.None);
        File.Move(file + ".new", file);
        return zip;
    }

    private string PrepareFolder()
    {
        Directory.CreateDirectory(_folder);
        // Somebody else's repository may not ignore out/.
        File.WriteAllText(Path.Combine(_folder, ".gitignore"), "*\n");
        return _folder;
    }

    private async Task<byte[]> PublishAsync(CancellationToken cancellationToken)
    {
        var output = Path.Combine(_folder, _name);
        Delete(output);
        try
        {
            var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(_project)! };
            string[] arguments =
            [
                "publish", _project, "--configuration", "Release", "--output", output, "--nologo", "--verbosity", "quiet",
                // The same sources give the same bytes, whichever commit and folder they are built in.
                "-p:IncludeSourceRevisionInInformationalVersion=false", $"-p:PathMap={_root}=/_",
            ];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            // No node waits for the next build.
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            await Tool.RunAsync(start, SdkMissing, cancellationToken);
            return ReproducibleZip.Create(output);
        }
        finally
        {
            Delete(output);
        }
    }

    // A build also depends on the SDK and on this choice of packages (Directory.Build.targets).
    private string Fingerprint() =>
        Hash($"{Environment.Version}\n{Environment.GetEnvironmentVariable("AwsPackages")}\n{SourceTree.Describe(_root)}")[..16];

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
