using System.Text.Json.Nodes;
using CodeRipple.Workflow.Steps.Journaling;

namespace CodeRipple.Workflow.Steps.Tests.Journaling;

public sealed class StateDifferencesTests
{
    [Theory]
    [InlineData("""{"memorySize":256,"timeout":3}""", """{"memorySize":128,"timeout":3}""", "memorySize is 256, was 128")]
    [InlineData("""{"weights":{"2":0.3}}""", """{"weights":{}}""", "weights 2 is 0.3, was absent")]
    [InlineData("""{"layers":["arn:a:1"]}""", """{"layers":["arn:a:2","arn:b:1"]}""", "layers is [arn:a:1], was [arn:a:2, arn:b:1]")]
    [InlineData("null", """{"version":"1"}""", "it is gone")]
    [InlineData("""{"version":"1"}""", "null", "it exists, and did not")]
    public void Only_what_differs_is_named(string now, string then, string expected) => Assert.Equal(expected, Between(now, then));

    [Theory]
    [InlineData("""{"environment":{"DB_PASSWORD":"hunter1"}}""", """{"environment":{"DB_PASSWORD":"hunter2"}}""")]
    [InlineData("""{"environment":{"DB_PASSWORD":"hunter1"}}""", """{"environment":{}}""")]
    [InlineData("""{"environment":"hunter1"}""", """{"environment":{"DB_PASSWORD":"hunter2"}}""")]
    [InlineData("""{"input":"{\"token\":\"hunter1\"}"}""", """{"input":"{\"token\":\"hunter2\"}"}""")]
    public void The_value_of_a_variable_or_a_payload_is_never_told(string now, string then)
    {
        Assert.DoesNotContain("hunter", Between(now, then), StringComparison.Ordinal);
        Assert.EndsWith("differs", Between(now, then), StringComparison.Ordinal);
    }

    private static string Between(string now, string then) => StateDifferences.Between(JsonNode.Parse(now), JsonNode.Parse(then));
}
