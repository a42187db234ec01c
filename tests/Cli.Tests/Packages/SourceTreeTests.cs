using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Cli.Tests.Packages;

public sealed class SourceTreeTests
{
    [Fact]
    public void Every_change_of_a_source_file_shows()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("src/a.cs", "1");
        var seen = new List<string> { SourceTree.Describe(folder.Path) };
        void Look() => seen.Add(SourceTree.Describe(folder.Path));

        File.WriteAllText(file, "12");
        Look();
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Look();
        folder.Write("Directory.Build.props", "<Project />");
        Look();
        File.Delete(file);
        Look();

        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("src/obj/project.assets.json")]
    [InlineData("src/bin/Debug/a.dll")]
    [InlineData("out/packages/a.zip")]
    [InlineData(".git/index")]
    public void What_a_build_writes_does_not_show(string file)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.cs", "1");
        var before = SourceTree.Describe(folder.Path);
        folder.Write(file, "x");

        Assert.Equal(before, SourceTree.Describe(folder.Path));
    }

    [Fact]
    public void The_root_is_the_repository_that_a_project_is_in()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/HEAD", "x");
        var project = folder.Write("functions/a/a.csproj", "<Project />");

        Assert.Equal(folder.Path, SourceTree.RootOf(project));
    }

    [Fact]
    public void The_root_of_a_project_outside_any_repository_is_its_own_folder()
    {
        using var folder = new TemporaryFolder();
        var project = folder.Write("functions/a/a.csproj", "<Project />");

        Assert.Equal(Path.GetDirectoryName(project), SourceTree.RootOf(project));
    }
}
