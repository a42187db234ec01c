using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void The_published_schema_is_the_one_of_the_records()
    {
        var published = JsonNode.Parse(File.ReadAllText(Repository.Path("schemas/release-request.schema.json")));

        Assert.True(
            JsonNode.DeepEquals(JsonSchema.Of(ContractsJson.Default.ReleaseRequest, "Release request"), published),
            "The schema is out of date: dotnet run --project src/Cli -- schema > schemas/release-request.schema.json");
    }

    [Fact]
    public void The_schema_refuses_unknown_members_and_shows_limits()
    {
        var schema = JsonSchema.Of(ContractsJson.Default.ReleaseRequest, "Release request");
        var timeout = schema["properties"]!["functions"]!["items"]!["properties"]!["timeout"]!;

        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal((1, 900, "Time-out in seconds."), (timeout["minimum"]!.GetValue<int>(), timeout["maximum"]!.GetValue<int>(), timeout["description"]!.GetValue<string>()));
        Assert.Contains("application", schema["required"]!.Deserialize<string[]>()!);
    }
}
