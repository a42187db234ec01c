using System.Xml.Linq;

namespace CodeRipple.Workflow.StateMachine.Tests.Layout;

/// <summary>Who may depend on whom.</summary>
public sealed class ProjectArrowTests
{
    [Fact]
    public void Contracts_use_nothing_but_the_base_class_library()
    {
        Assert.Empty(References("src/Contracts/Contracts.csproj"));
        Assert.Empty(Packages("src/Contracts/Contracts.csproj"));
    }

    [Fact]
    public void The_store_uses_contracts_and_the_packages_of_its_three_services()
    {
        Assert.Equal(["Contracts"], References("src/Store/Store.csproj"));
        Assert.Equal(["AWSSDK.DynamoDBv2", "AWSSDK.KeyManagementService", "AWSSDK.S3"], Packages("src/Store/Store.csproj").Order());
    }

    [Fact]
    public void Steps_use_contracts_the_store_and_AWS_packages() =>
        Assert.Equal(["Contracts", "Store"], References("src/Steps/Steps.csproj").Where(p => p != "Probe").Order());

    [Fact]
    public void The_code_of_a_probe_uses_nothing_but_the_base_class_library()
    {
        Assert.Empty(References("src/Probe/Probe.csproj"));
        Assert.Empty(Packages("src/Probe/Probe.csproj"));
    }

    [Fact]
    public void The_local_AWS_knows_nothing_of_releases()
    {
        // A program of its own that it starts.
        Assert.Equal(["ClassLibrary"], References("local-aws/host/LocalAws.csproj"));
        Assert.Empty(References("local-aws/class-library/ClassLibrary.csproj"));
    }

    [Fact]
    public void The_client_of_the_release_machine_knows_neither_the_steps_nor_the_local_AWS() =>
        Assert.Equal(["Contracts", "Store"], References("src/Client/Client.csproj").Order());

    [Fact]
    public void Only_rehearsals_use_the_local_AWS()
    {
        Assert.Equal(["Client", "LocalAws"], References("src/Rehearsal/Rehearsal.csproj").Order());
        // Rehearsals are a program of their own: the command line has it built, and uses nothing of it.
        Assert.Equal(["Client", "Rehearsal"], References("src/Cli/Cli.csproj").Order());
        var rehearsal = XDocument
            .Load(Repository.Path("src/Cli/Cli.csproj"))
            .Descendants("ProjectReference")
            .Single(r => r.Attribute("Include")!.Value.EndsWith("Rehearsal.csproj", StringComparison.Ordinal));
        Assert.Equal("false", rehearsal.Attribute("ReferenceOutputAssembly")?.Value);
    }

    [Fact]
    public void The_workload_uses_nothing_of_the_release_machine()
    {
        var workload = Projects("layers").Concat(Projects("functions")).ToList();

        Assert.NotEmpty(workload);
        Assert.All(
            workload,
            project => Assert.DoesNotContain(ReferencePaths(project), path => path.Contains("/src/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Nothing_of_the_release_machine_names_the_workload()
    {
        var words = Directory.EnumerateDirectories(Repository.Path("functions")).Select(Path.GetFileName).ToList();

        string[] folders = ["src", "local-aws/host"];
        var sources = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories));
        foreach (var file in sources.Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(words, word => text.Contains($"\"{word}\"", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory
            .EnumerateFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories)
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) =>
        ReferencePaths(Repository.Path(project)).Select(p => Path.GetFileNameWithoutExtension(p));

    private static IEnumerable<string> ReferencePaths(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(r =>
                Path.GetFullPath(
                    Path.Combine(
                        Path.GetDirectoryName(project)!,
                        r.Attribute("Include")!.Value.Replace("$(RepositoryRoot)", Repository.Root + "/", StringComparison.Ordinal)
                    )
                )
            );

    private static IEnumerable<string> Packages(string project) =>
        XDocument.Load(Repository.Path(project)).Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value);
}
