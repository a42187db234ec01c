using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Layers;

public sealed class RunProbeTests
{
    private const string Advice = "No function got the new code. Repair the layer, or what its probe declares, and release again.";

    [Theory]
    [InlineData(
        "dotnet10",
        """{"types":["Sdk.Client, Sdk","Shop"],"imports":[],"modules":[],"files":["lib/shared"]}""",
        "Sdk.Client, Sdk",
        "Shop"
    )]
    [InlineData("python3.13", """{"types":[],"imports":["sdk","shop:main"],"modules":[],"files":["lib/shared"]}""", "sdk", "shop:main")]
    [InlineData("nodejs22.x", """{"types":[],"imports":[],"modules":["sdk","shop"],"files":["lib/shared"]}""", "sdk", "shop")]
    public async Task A_probe_is_asked_once_for_what_all_its_layers_declare_for_its_runtime(
        string runtime,
        string @event,
        params string[] entries
    )
    {
        var release = Answering(Answer(loaded: [.. entries, "lib/shared"]), runtime: runtime);

        var result = await release.RunProbe.RunProbe(release.Input);

        Assert.Equal(
            $"shop-dependencies ({ProbedRelease.DependenciesArn}), shop-package ({ProbedRelease.PackageArn}) on {runtime}, arm64: 3 of 3 loaded",
            result.Outcome
        );
        await release
            .Lambda.Received(1)
            .InvokeAsync(
                Arg.Is<InvokeRequest>(r =>
                    r.FunctionName == ProbedRelease.Probe
                    && r.Qualifier == null
                    && JsonNode.DeepEquals(JsonNode.Parse(r.Payload), JsonNode.Parse(@event))
                ),
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task The_message_names_the_layer_what_could_not_be_loaded_why_and_where()
    {
        var release = Answering(Answer(loaded: ["Shop", "lib/shared"], failed: ("Sdk.Client, Sdk", "TypeLoadException: no such type")));

        var error = await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        Assert.Equal(
            $"""
            Layer shop-dependencies ({ProbedRelease.DependenciesArn}) does not work on dotnet10, arm64:
            - Sdk.Client, Sdk: TypeLoadException: no such type
            {Advice}
            """,
            error.Message
        );
    }

    [Fact]
    public async Task What_two_layers_declare_is_reported_for_both()
    {
        var release = Answering(Answer(loaded: ["Sdk.Client, Sdk", "Shop"], failed: ("lib/shared", "there is no /opt/lib/shared")));

        var error = await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        Assert.Contains("Layer shop-dependencies", error.Message, StringComparison.Ordinal);
        Assert.Contains("Layer shop-package", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_about_an_entry_is_no_proof()
    {
        var release = Answering(Answer(loaded: ["Sdk.Client, Sdk", "lib/shared"]));

        var error = await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        Assert.Contains("- Shop: the probe said nothing of it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_probe_that_dies_or_times_out_is_reported_with_the_end_of_its_log()
    {
        var release = Answering(
            """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 60.00 seconds"}""",
            "Unhandled",
            log: "Loading Shop\n"
        );

        var error = await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        Assert.Equal(
            $"""
            Probe shop-probe-1 did not survive loading shop-dependencies ({ProbedRelease.DependenciesArn}), shop-package ({ProbedRelease.PackageArn}) on dotnet10, arm64: Sandbox.Timedout: Task timed out after 60.00 seconds
            The end of its log; what it loaded last stands last:
            Loading Shop
            {Advice}
            """,
            error.Message
        );
    }

    [Fact]
    public async Task A_probe_that_timed_out_once_is_asked_again()
    {
        var release = Answering("""{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 60.00 seconds"}""", "Unhandled");

        await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        await release.Lambda.Received(2).InvokeAsync(Arg.Any<InvokeRequest>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_probe_that_is_still_being_created_is_asked_again_later()
    {
        var release = Answering(Answer());
        release.IsThere("Pending");

        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => release.RunProbe.RunProbe(release.Input));
        await release.Lambda.DidNotReceiveWithAnyArgs().InvokeAsync(null, default);
    }

    [Fact]
    public async Task A_probe_that_somebody_deleted_proves_nothing()
    {
        var release = Answering(Answer());
        release.Live = null;

        var error = await Assert.ThrowsAsync<ProbeFailedException>(() => release.RunProbe.RunProbe(release.Input));

        Assert.StartsWith("Probe shop-probe-1 was deleted outside the release", error.Message, StringComparison.Ordinal);
    }

    private static ProbedRelease Answering(string payload, string? functionError = null, string log = "", string runtime = "dotnet10")
    {
        var release = new ProbedRelease(runtime);
        release.IsThere();
        release
            .Lambda.InvokeAsync(Arg.Any<InvokeRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new InvokeResponse
            {
                Payload = new MemoryStream(Encoding.UTF8.GetBytes(payload)),
                FunctionError = functionError,
                LogResult = Convert.ToBase64String(Encoding.UTF8.GetBytes(log)),
            });
        return release;
    }

    [Fact]
    public async Task What_the_probe_really_ran_on_is_part_of_the_proof()
    {
        var answer = JsonNode.Parse(Answer(loaded: ["Sdk.Client, Sdk", "Shop", "lib/shared"]))!;
        (answer["interpreter"], answer["machine"]) = ("dotnet 10.0.1", "aarch64");
        var release = Answering(answer.ToJsonString());

        var result = await release.RunProbe.RunProbe(release.Input);

        Assert.EndsWith("3 of 3 loaded by dotnet 10.0.1, arm64", result.Outcome, StringComparison.Ordinal);
        await release
            .DynamoDb.Received(1)
            .PutItemAsync(
                Arg.Is<Amazon.DynamoDBv2.Model.PutItemRequest>(r =>
                    r.Item["sk"].S == "PROOF#" + ProbedRelease.Probe && r.Item["document"].S == "\"dotnet 10.0.1, arm64\""
                ),
                Arg.Any<CancellationToken>()
            );
    }

    private static string Answer(string[]? loaded = null, params (string Name, string Error)[] failed) =>
        new JsonObject
        {
            ["loaded"] = new JsonArray([
                .. (loaded ?? []).Select(n => new JsonObject
                {
                    ["name"] = n,
                    ["version"] = "1.0",
                    ["path"] = "/opt/x",
                }),
            ]),
            ["failed"] = new JsonArray([.. failed.Select(f => new JsonObject { ["name"] = f.Name, ["error"] = f.Error })]),
        }.ToJsonString();
}
