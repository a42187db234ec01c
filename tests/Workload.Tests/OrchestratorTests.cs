using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CodeRipple.Functions.Orchestrator;
using NSubstitute;

namespace CodeRipple.Workflow.WorkloadTests;

public sealed class OrchestratorTests
{
    private readonly IAmazonDynamoDB _dynamo = Substitute.For<IAmazonDynamoDB>();

    [Fact]
    public async Task A_webhook_is_answered_with_what_the_agents_would_change()
    {
        var answer = await HandleAsync(Given.Webhook);
        var body = JsonNode.Parse(answer["body"]!.GetValue<string>())!;

        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Equal(
            ["tourist_guide", "building_inspector", "historian"],
            body["agents_invoked"]!.AsArray().Select(agent => agent!.GetValue<string>())
        );
        Assert.False(body["ai_powered"]!.GetValue<bool>());
        Assert.Equal("test-user/test-repo", body["repository"]!.GetValue<string>());
        Assert.Equal(body["documentation_updates"]!.GetValue<int>(), body["updates"]!.AsArray().Count);
        Assert.Contains(body["updates"]!.AsArray(), update => update!["path"]!.GetValue<string>() == "docs/authentication.md");
        Assert.True(body["stored"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_analysis_is_kept_for_the_deliverer()
    {
        await HandleAsync(Given.Webhook);

        await _dynamo
            .Received(1)
            .PutItemAsync(
                Arg.Is<PutItemRequest>(request =>
                    request.TableName == "analyses"
                    && request.Item["repository"].S == "test-user/test-repo"
                    && request.Item["commit"].S == "abc123def456"
                    && request.Item["analysis"].S.Contains("\"reports\"", StringComparison.Ordinal)
                )
            );
    }

    [Fact]
    public async Task Without_a_table_nothing_is_kept()
    {
        var answer = await new Function(new Settings(null, 0, null), null).HandleAsync(Given.Json(Given.Webhook), Given.Context);

        Assert.False(JsonNode.Parse(answer["body"]!.GetValue<string>())!["stored"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{ "zen": "Design for failure." }""", "Not a push; nothing to do.")]
    [InlineData("""{ "commits": [] }""", "The push has no commits; nothing to do.")]
    public async Task What_is_no_change_is_accepted_and_ignored(string received, string message)
    {
        var answer = await HandleAsync(received);
        var body = JsonNode.Parse(answer["body"]!.GetValue<string>())!;

        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("ignored", body["status"]!.GetValue<string>());
        Assert.Equal(message, body["message"]!.GetValue<string>());
        await _dynamo.DidNotReceiveWithAnyArgs().PutItemAsync(default(PutItemRequest)!);
    }

    [Fact]
    public async Task A_request_that_is_no_webhook_is_a_bad_request()
    {
        var answer = await HandleAsync("""{ "anything": 1 }""");

        Assert.Equal(400, answer["statusCode"]!.GetValue<int>());
        Assert.Equal(
            """{"status":"error","error":"The payload is no push: it has no list 'commits'."}""",
            answer["body"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task The_layer_test_loads_what_the_layers_hold()
    {
        var answer = await HandleAsync("""{ "test_type": "layer_functionality", "validate_imports": true }""");
        var body = JsonNode.Parse(answer["body"]!.GetValue<string>())!;

        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("success", body["status"]!.GetValue<string>());
        Assert.True(body["layers_functional"]!.GetValue<bool>());
        Assert.Equal(
            ["tourist_guide", "building_inspector", "historian"],
            body["coderipple_agents"]!.AsArray().Select(agent => agent!.GetValue<string>())
        );
        Assert.EndsWith("CodeRipple.dll", body["assemblies"]!["CodeRipple"]!["location"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData("", 50)]
    [InlineData("75", 75)]
    public void The_least_quality_is_a_setting(string? value, int quality) =>
        Assert.Equal(quality, Settings.Read(name => name == "CODERIPPLE_MIN_QUALITY_SCORE" ? value : null).LeastQuality);

    [Theory]
    [InlineData("good")]
    [InlineData("101")]
    [InlineData("-1")]
    public void A_quality_that_is_none_is_refused(string value) =>
        Assert.Equal(
            $"CODERIPPLE_MIN_QUALITY_SCORE is '{value}'; it must be a number from 0 to 100.",
            Assert.Throws<InvalidSettingException>(() => Settings.Read(_ => value)).Message
        );

    private async Task<JsonNode> HandleAsync(string received)
    {
        var function = new Function(new Settings(null, 50, "analyses"), new AnalysisTable(_dynamo, "analyses"));
        var answer = await function.HandleAsync(Given.Json(received), Given.Context);
        return JsonNode.Parse(answer.ToJsonString(new JsonSerializerOptions()))!;
    }
}
