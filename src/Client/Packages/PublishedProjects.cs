using System.Diagnostics;
using System.Security;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>
/// The zipped <c>dotnet publish</c> output of projects of one repository. Kept below its out/ folder under a fingerprint of
/// everything that a build may have read there, so that nothing is built twice and nothing is ever stale.
/// </summary>
internal sealed class PublishedProjects(string root)
{
    private const string SdkMissing =
        "The .NET SDK is needed to build the code, but there is no `dotnet` on the PATH. Install .NET SDK 10: https://dot.net/download";

    // Every project publishes to a folder of its own, which one option of a command for all of them cannot say.
    private const string PublishTargets = """
        <Project>
          <PropertyGroup>
            <PublishDir>$(CodeRipplePublishFolder)$(MSBuildProjectName)/</PublishDir>
          </PropertyGroup>
        </Project>
        """;

    private readonly string _folder = Path.Combine(root, "out", "packages");

    /// <param name="projects">Project files.</param>
    /// <returns>The zip of each project.</returns>
    /// <exception cref="UserErrorException">They do not build.</exception>
    public async Task<IReadOnlyDictionary<BuildTarget, byte[]>> ZipAsync(
        IReadOnlyList<BuildTarget> projects,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(_folder);
        // A stranger's repository may not ignore out/.
        await File.WriteAllTextAsync(Path.Combine(_folder, ".gitignore"), "*\n", cancellationToken);
        // Two builds at once would write to the same files.
        using var turn = await FileLock.TakeAsync(Path.Combine(_folder, "lock"), TimeProvider.System, cancellationToken);
        // Taken before the build: a file that changes meanwhile gives another fingerprint the next time.
        var fingerprint = Fingerprint();
        var missing = projects.Where(p => !File.Exists(FileOf(p, fingerprint))).ToList();
        while (missing.Count > 0)
        {
            // A solution takes each name once.
            var batch = missing.DistinctBy(p => Path.GetFileNameWithoutExtension(p.Path)).ToList();
            await PublishAsync(batch, fingerprint, cancellationToken);
            missing = [.. missing.Except(batch)];
        }

        var zips = new Dictionary<BuildTarget, byte[]>();
        foreach (var project in projects)
            zips[project] = await File.ReadAllBytesAsync(FileOf(project, fingerprint), cancellationToken);
        return zips;
    }

    private async Task PublishAsync(IReadOnlyList<BuildTarget> projects, string fingerprint, CancellationToken cancellationToken)
    {
        var output = Path.Combine(_folder, "publish");
        Delete(output);
        try
        {
            await RunPublishAsync(projects, output, cancellationToken);
            foreach (var project in projects)
                Keep(project, fingerprint, ReproducibleZip.Create(Path.Combine(output, Path.GetFileNameWithoutExtension(project.Path))));
        }
        finally
        {
            Delete(output);
        }
    }

    private async Task RunPublishAsync(IReadOnlyList<BuildTarget> projects, string output, CancellationToken cancellationToken)
    {
        var solution = Path.Combine(_folder, "publish.slnx");
        var targets = Path.Combine(_folder, "publish.targets");
        var lines = projects.Select(p => $"  <Project Path=\"{SecurityElement.Escape(p.Path)}\" />\n");
        await File.WriteAllTextAsync(solution, $"<Solution>\n{string.Concat(lines)}</Solution>\n", cancellationToken);
        await File.WriteAllTextAsync(targets, PublishTargets, cancellationToken);

        string[] arguments =
        [
            "publish",
            solution,
            "--configuration",
            "Release",
            "--nologo",
            "--verbosity",
            "quiet",
            $"-p:CustomBeforeMicrosoftCommonTargets={targets}",
            $"-p:CodeRipplePublishFolder={output}/",
            // The same sources give the same bytes, whichever commit and folder they are built in.
            "-p:IncludeSourceRevisionInInformationalVersion=false",
            $"-p:PathMap={root}=/_",
            .. projects.Select(p => p.Runtime).OfType<string>().Select(name => $"-p:StepRuntime={name}"),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root };
        // No node waits for the next build.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        await ToolRunner.RunAsync(start, SdkMissing, cancellationToken);
    }

    private void Keep(BuildTarget project, string fingerprint, byte[] zip)
    {
        foreach (var older in Directory.EnumerateFiles(_folder, $"{NameOf(project)}.*.zip"))
            File.Delete(older);
        var file = FileOf(project, fingerprint);
        // Complete or not there at all, also when this program is killed meanwhile.
        File.WriteAllBytes(file + ".new", zip);
        File.Move(file + ".new", file);
    }

    private string FileOf(BuildTarget project, string fingerprint) => Path.Combine(_folder, $"{NameOf(project)}.{fingerprint}.zip");

    private static string NameOf(BuildTarget project) =>
        $"{Path.GetFileNameWithoutExtension(project.Path)}.{Sha256.Of($"{project.Path}\n{project.Runtime}").Prefix(8)}";

    // A build also depends on the SDK and on the choice of AWS packages (Directory.Build.props).
    private string Fingerprint() => Sha256.Of($"{Environment.Version}\n{AwsPackages()}\n{SourceTree.Describe(root)}").Prefix(16);

    private string? AwsPackages()
    {
        var decision = Path.Combine(root, "out", "aws-packages", "decision.props");
        return Environment.GetEnvironmentVariable("AwsPackages") ?? (File.Exists(decision) ? File.ReadAllText(decision) : null);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
