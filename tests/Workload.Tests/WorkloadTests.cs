using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.WorkloadTests;

/// <summary>coderipple.json says of the workload what is so.</summary>
public sealed class WorkloadTests
{
    private static readonly Workload Workload = Read();

    [Fact]
    public void It_is_a_valid_workload_of_two_layers_and_seven_functions()
    {
        Assert.Equal(["coderipple-dependencies-testing", "coderipple-package-testing"], Workload.Layers.Select(layer => layer.Name));
        Assert.Equal(7, Workload.Functions.Count);
    }

    [Fact]
    public void Every_path_is_a_project_and_every_handler_its_assembly()
    {
        Assert.All(Workload.Layers, layer => Assert.NotNull(ProjectOf(layer.Path)));
        Assert.All(
            Workload.Functions,
            function => Assert.Equal(function.Handler, Path.GetFileNameWithoutExtension(ProjectOf(function.Path)))
        );
    }

    [Fact]
    public void Every_function_finds_its_layers_and_is_asked_for_its_health()
    {
        Assert.All(
            Workload.Functions,
            function =>
            {
                Assert.Contains("coderipple-package-testing", function.Layers);
                Assert.Equal("/opt/dotnetcore/store/", function.Environment["DOTNET_SHARED_STORE"]);
                Assert.Contains(function.SmokeTests, test => test.Event!["health"]!.GetValue<bool>());
            }
        );
    }

    private static string ProjectOf(string path) => Assert.Single(Directory.GetFiles(Repository.Path(path), "*.csproj"));

    // The base stack's outputs are known by name only: roles are ARNs, what else a workload refers to are names.
    private static Workload Read()
    {
        var template = File.ReadAllText(Repository.Path("functions/base-stack.yaml"));
        var outputs = template[template.IndexOf("\nOutputs:", StringComparison.Ordinal)..]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Trim().Split(':')[0]);
        var values = outputs.ToDictionary(
            name => $"outputs.{name}",
            name => name.EndsWith("Role", StringComparison.Ordinal) ? "arn:aws:iam::123456789012:role/any" : $"any-{name}"
        );
        values["environment"] = "testing";
        values["region"] = "eu-west-1";
        values["accountId"] = "123456789012";
        return WorkloadReader.Read(JsonNode.Parse(File.ReadAllText(Repository.Path("coderipple.json"))), values);
    }
}
