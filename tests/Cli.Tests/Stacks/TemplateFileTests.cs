using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Cli.Tests.Stacks;

public sealed class TemplateFileTests
{
    [Theory]
    [InlineData("!Ref Table", """{"Ref":"Table"}""")]
    [InlineData("!Condition IsProduction", """{"Condition":"IsProduction"}""")]
    [InlineData("!GetAtt Table.Arn", """{"Fn::GetAtt":["Table","Arn"]}""")]
    [InlineData("!GetAtt Nested.Outputs.Name", """{"Fn::GetAtt":["Nested","Outputs.Name"]}""")]
    [InlineData("!GetAtt [Table, Arn]", """{"Fn::GetAtt":["Table","Arn"]}""")]
    [InlineData("!Sub ${AWS::StackName}-x", """{"Fn::Sub":"${AWS::StackName}-x"}""")]
    [InlineData("!If [Big, !Ref A, !Ref AWS::NoValue]", """{"Fn::If":["Big",{"Ref":"A"},{"Ref":"AWS::NoValue"}]}""")]
    [InlineData("!Not [!Equals [!Ref A, \"\"]]", """{"Fn::Not":[{"Fn::Equals":[{"Ref":"A"},""]}]}""")]
    [InlineData("!Join [\"-\", [a, !Ref B]]", """{"Fn::Join":["-",["a",{"Ref":"B"}]]}""")]
    [InlineData("!Sub [\"${x}\", { x: !Ref B }]", """{"Fn::Sub":["${x}",{"x":{"Ref":"B"}}]}""")]
    public void Short_forms_of_functions_are_written_out(string yaml, string json) => AssertConverted(yaml, json);

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-3", "-3")]
    [InlineData("0.5", "0.5")]
    [InlineData("10.0", "10")]
    [InlineData("true", "true")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("\"2012-10-17\"", "\"2012-10-17\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("012345678901", "\"012345678901\"")]
    [InlineData("null", "null")]
    [InlineData("", "null")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("[7, a, {b: c}]", """[7,"a",{"b":"c"}]""")]
    public void Plain_values_keep_their_kind(string yaml, string json) => AssertConverted(yaml, json);

    [Fact]
    public void Text_over_several_lines_is_folded()
    {
        using var folder = new TemporaryFolder();
        var template = TemplateFile.Read(folder.Write("t.yaml", "Description: >-\n  one\n  two\n"));

        Assert.Equal("one two", (string?)template["Description"]);
    }

    [Theory]
    [InlineData("a: [1", "is not valid YAML")]
    [InlineData("- a", "is not a CloudFormation template")]
    [InlineData("", "is not a CloudFormation template")]
    public void What_is_no_template_is_refused_with_its_path(string yaml, string problem)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t.yaml", yaml);

        var error = Assert.Throws<UserErrorException>(() => TemplateFile.Read(path));

        Assert.StartsWith($"{path} {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_missing_is_reported_by_its_path()
    {
        var error = Assert.Throws<UserErrorException>(() => TemplateFile.Read("/nowhere/t.yaml"));

        Assert.StartsWith("/nowhere/t.yaml cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_of_this_repository_is_read()
    {
        var template = TemplateFile.Read(Repository.Path("template.yaml"));

        Assert.Equal("AWS::Serverless::StateMachine", (string?)template["Resources"]!["ReleaseStateMachine"]!["Type"]);
    }

    private static void AssertConverted(string yaml, string json)
    {
        using var folder = new TemporaryFolder();
        var template = TemplateFile.Read(folder.Write("t.yaml", "Value: " + yaml));

        Assert.Equal(JsonNode.Parse(json)?.ToJsonString(), template["Value"]?.ToJsonString());
    }
}
