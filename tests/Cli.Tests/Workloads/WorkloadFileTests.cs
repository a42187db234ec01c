using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Packages;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Tests.Workloads;

public sealed class WorkloadFileTests
{
    [Fact]
    public async Task Packages_are_built_from_paths_beside_the_file_each_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("code-test/app.py", "x = 1");
        var file = WorkloadFile.Open(
            folder.Write(
                "coderipple.json",
                """
                { "application": "shop", "baseStack": "s.yaml", // comments are fine
                  "functions": [{ "path": "code-${environment}" }, { "path": "code-${environment}" }, { }] }
                """
            )
        );

        var packages = await file.BuildAsync("test", CancellationToken.None);

        Assert.Equal(ReproducibleZip.Create(Path.Combine(folder.Path, "code-test")), Assert.Single(packages).Value);
        Assert.Equal("code-test", packages.Keys.Single());
        Assert.Equal(
            ("shop", Path.Combine(folder.Path, "s.yaml"), "shop-test"),
            (file.Application, file.BaseStack, file.BaseStackName("test"))
        );
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_by_its_path() =>
        Assert.StartsWith(
            "The workload /nowhere/coderipple.json cannot be read",
            Assert.Throws<UserErrorException>(() => WorkloadFile.Open("/nowhere/coderipple.json")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[1]", typeof(UserErrorException), "is not a JSON object")]
    [InlineData("{", typeof(InvalidReleaseRequestException), "is not JSON")]
    public void A_file_that_is_no_workload_is_refused(string content, Type exception, string problem)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("coderipple.json", content);

        Assert.Contains(problem, Assert.Throws(exception, () => WorkloadFile.Open(path)).Message, StringComparison.Ordinal);
    }
}
