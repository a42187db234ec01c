using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Packages;

namespace CodeRipple.Workflow.Cli.Tests.Packages;

public sealed class CodePackagesTests
{
    [Fact]
    public async Task A_zip_is_taken_as_it_is()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("as it is"u8.ToArray(), await BuildAsync(folder.Write("a.zip", "as it is")));
    }

    [Fact]
    public async Task A_folder_is_zipped()
    {
        using var folder = new TemporaryFolder();
        folder.Write("handler.py", "x = 1");

        Assert.Equal(ReproducibleZip.Create(folder.Path), await BuildAsync(folder.Path));
    }

    [Fact]
    public async Task Anything_else_is_refused_with_its_path()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("handler.py", "x = 1");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => BuildAsync(file));

        Assert.Equal($"{file} is neither a project, a folder nor a zip file.", error.Message);
    }

    [Fact]
    public async Task A_project_that_does_not_build_says_why()
    {
        using var folder = new TemporaryFolder();
        var project = folder.Write("broken.csproj", "<Project>");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => BuildAsync(project));

        Assert.Contains("MSB4025", error.Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> BuildAsync(string path) =>
        (await CodePackages.BuildAsync([new BuildTarget(path)], CancellationToken.None))[path];
}
