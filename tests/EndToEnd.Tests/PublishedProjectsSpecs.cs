using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.EndToEnd.Tests;

public sealed class PublishedProjectsSpecs : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("coderipple-publish-").FullName;

    [Fact]
    public async Task A_project_is_built_again_when_a_file_of_its_repository_changed_and_only_then()
    {
        Write("All.slnx", "<Solution />");
        Write("a/Same.csproj", Project);
        Write("a/Program.cs", "System.Console.WriteLine(1);");
        Write("b/Same.csproj", Project);
        Write("b/Program.cs", "System.Console.WriteLine(2);");

        var first = await BuildAsync();
        var packages = Packages();
        var again = await BuildAsync();
        Assert.NotEqual(first["a"], first["b"]);
        Assert.Equal(first, again);
        Assert.Equal(packages, Packages());

        Write("a/Program.cs", "System.Console.WriteLine(12345);");
        var changed = await BuildAsync();
        Assert.NotEqual(first["a"], changed["a"]);
        Assert.Equal(first["b"], changed["b"]);

        Write("a/Program.cs", "nonsense");
        var error = await Assert.ThrowsAsync<UserErrorException>(BuildAsync);
        Assert.Contains("error CS", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<Dictionary<string, byte[]>> BuildAsync()
    {
        var folders = new[] { "a", "b" };
        var zips = await CodePackages.BuildAsync(folders.Select(f => new BuildTarget(Path.Combine(_root, f))), CancellationToken.None);
        return folders.ToDictionary(f => f, f => zips[Path.Combine(_root, f)]);
    }

    private List<(string, DateTime)> Packages() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(_root, "out", "packages"), "*.zip")
                .Order(StringComparer.Ordinal)
                .Select(f => (f, File.GetLastWriteTimeUtc(f))),
        ];

    private void Write(string file, string content)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
