using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using CodeRipple.Changes;
using NSubstitute;

namespace CodeRipple.Workflow.WorkloadTests;

public sealed class HealthTests
{
    private static readonly Dictionary<string, Func<JsonElement, ILambdaContext, Task<JsonNode>>> Functions = new()
    {
        ["orchestrator"] = new Functions.Orchestrator.Function(new Functions.Orchestrator.Settings(null, 0, null), null).HandleAsync,
        ["tourist-guide"] = new Functions.TouristGuide.Function().HandleAsync,
        ["building-inspector"] = new Functions.BuildingInspector.Function().HandleAsync,
        ["historian"] = new Functions.Historian.Function().HandleAsync,
        ["hermes"] = new Functions.Hermes.Function(Substitute.For<Functions.Hermes.IEventStore>()).HandleAsync,
        ["digest"] = new Functions.Digest.Function(Substitute.For<Functions.Digest.IDigestStore>()).HandleAsync,
        ["deliverer"] = new Functions.Deliverer.Function(
            Substitute.For<Functions.Deliverer.IAnalyses>(),
            Substitute.For<Functions.Deliverer.IDocuments>()
        ).HandleAsync,
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_function_says_who_it_is_and_which_libraries_it_found(string name)
    {
        var answer = await Functions[name](Given.Json("""{ "health": true }"""), Given.Context);

        Assert.Equal("healthy", answer["status"]!.GetValue<string>());
        Assert.Equal(name, answer["function"]!.GetValue<string>());
        Assert.Equal("1.0.0", answer["libraries"]!["CodeRipple"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_version_of_a_library_is_that_of_its_package()
    {
        var answer = await Functions["hermes"](Given.Json("""{ "health": true }"""), Given.Context);

        Assert.Matches(@"^4\.0\.\d+\.\d+$", answer["libraries"]!["AWSSDK.DynamoDBv2"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("tourist-guide", "tourist_guide")]
    [InlineData("building-inspector", "building_inspector")]
    [InlineData("historian", "historian")]
    public async Task Each_agent_reports_on_a_push_by_itself(string name, string agent)
    {
        var report = await Functions[name](Given.Json(Given.Webhook), Given.Context);

        Assert.Equal(agent, report["agent"]!.GetValue<string>());
        Assert.NotEmpty(report["findings"]!.AsArray());
        await Assert.ThrowsAsync<InvalidWebhookException>(() => Functions[name](Given.Json("{}"), Given.Context));
    }
}
