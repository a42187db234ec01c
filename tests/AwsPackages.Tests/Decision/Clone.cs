using System.Diagnostics;
using System.IO.Compression;

namespace CodeRipple.Workflow.AwsPackages.Tests.Decision;

/// <summary>
/// What decides about AWS packages in a clone of this repository, with one stand-in, one project and a package registry of its own.
/// </summary>
internal sealed class Clone : IDisposable
{
    private const string Package = "Amazon.Lambda.Core";
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private static readonly string[] Shared =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "BannedSymbols.txt",
        "compat/Decide.targets",
        "compat/Directory.Build.props",
        "compat/OfficialPackages.proj",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("coderipple-clone-").FullName;

    public Clone()
    {
        foreach (var file in Shared)
            Write(file, File.ReadAllText(Repository.Path(file)));
        Write("Program.cs", "return 0;");
        Write($"compat/{Package}/{Package}.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write(
            "src/App/App.csproj",
            $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="{Package}" /></ItemGroup></Project>"""
        );
        UseRegistry("feed");
    }

    /// <summary>Where the decision is kept.</summary>
    public string Decision => Path.Combine(_folder, "out", "aws-packages", "decision.props");

    /// <summary>The package registry: a folder of the clone, or an address. Packages of the machine's cache are there anyway.</summary>
    public void UseRegistry(string source)
    {
        if (!source.StartsWith("https:", StringComparison.Ordinal))
            Directory.CreateDirectory(Path.Combine(_folder, source));
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="registry" value="{source}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="cache" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """
        );
    }

    /// <summary>The registry serves the official package, with nothing in it.</summary>
    public void Serve()
    {
        var version = File.ReadLines(Repository.Path("Directory.Packages.props"))
            .Select(line => line.Split('"'))
            .Single(words => words.Length > 3 && words[1] == Package)[3];
        using var zip = ZipFile.Open(Path.Combine(_folder, "feed", $"{Package}.{version}.nupkg"), ZipArchiveMode.Create);
        Add(
            $"{Package}.nuspec",
            $"<package><metadata><id>{Package}</id><version>{version}</version><authors>a</authors><description>d</description></metadata></package>"
        );
        Add("lib/net10.0/_._", "");

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    /// <summary>Restores the project as a build does.</summary>
    /// <returns>What it then builds with.</returns>
    public async Task<string> RestoreAsync(string? insistOn = null)
    {
        var project = Path.Combine(_folder, "src", "App", "App.csproj");
        await RunAsync(insistOn, "restore", project);
        return await RunAsync(insistOn, "msbuild", project, "-getProperty:AwsPackages", "-nodeReuse:false");
    }

    private async Task<string> RunAsync(string? insistOn, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A fake package must not get into the cache of this machine.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        start.Environment["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["AwsPackages"] = insistOn;
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Deadline);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        Assert.True(process.ExitCode == 0, await output + await errors);
        return (await output).Trim();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
