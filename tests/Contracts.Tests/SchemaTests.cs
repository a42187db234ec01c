using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void The_published_schema_of_a_request_is_the_one_of_the_records() =>
        AssertPublished("release-request.schema.json", JsonSchema.Of(ContractsJson.Default.ReleaseRequest, "Release request"), "schema");

    [Fact]
    public void The_published_schema_of_a_workload_is_the_one_of_the_records() =>
        AssertPublished("workload.schema.json", JsonSchema.Of(ContractsJson.Default.Workload, "Workload"), "schema workload");

    [Fact]
    public void The_schema_refuses_unknown_members_and_shows_limits()
    {
        var schema = JsonSchema.Of(ContractsJson.Default.ReleaseRequest, "Release request");
        var timeout = schema["properties"]!["functions"]!["items"]!["properties"]!["timeout"]!;

        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(
            (1, 900, "Timeout in seconds."),
            (timeout["minimum"]!.GetValue<int>(), timeout["maximum"]!.GetValue<int>(), timeout["description"]!.GetValue<string>())
        );
        Assert.Contains("application", schema["required"]!.Deserialize<string[]>()!);
    }

    private static void AssertPublished(string file, JsonObject schema, string command) =>
        Assert.True(
            JsonNode.DeepEquals(schema, JsonNode.Parse(File.ReadAllText(Repository.Path("schemas/" + file)))),
            $"The schema is out of date: dotnet run --project src/Cli -- {command} > schemas/{file}"
        );
}
