using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Tests.Workloads;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Rehearsal.FaultyCode;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Cli.Tests.Scenarios;

public sealed class WorkloadMutationsTests
{
    [Fact]
    public void An_upgrade_changes_every_function_and_keeps_all_that_was_there()
    {
        var upgrade = WorkloadMutations.Upgrade(Drafts.Shop);

        Assert.All(upgrade.Workload.Functions, f => Assert.Equal(["CODERIPPLE_REHEARSAL", "STAGE"], f.Environment.Keys.Order()));
        Assert.Equal(["app.py", "coderipple-rehearsal.txt"], ZipEdit.Names(upgrade.Packages["code"]));
        Assert.Equal(["python/greeting.py", "coderipple-rehearsal.txt"], ZipEdit.Names(upgrade.Packages["layer"]));
    }

    [Fact]
    public void The_same_upgrade_is_the_same_release() =>
        Assert.Equal(
            Request(WorkloadMutations.Upgrade(Drafts.Shop)).ToJsonString(),
            Request(WorkloadMutations.Upgrade(Drafts.Shop)).ToJsonString()
        );

    [Fact]
    public void The_emptied_layer_has_nothing_of_what_the_probe_loads() =>
        Assert.Equal(["coderipple-rehearsal.txt"], ZipEdit.Names(WorkloadMutations.EmptyLayer(Drafts.Shop).Packages["layer"]));

    [Fact]
    public void Only_the_first_function_crashes_even_when_others_share_its_code()
    {
        var crash = WorkloadMutations.CrashFunction(Drafts.Shop);

        Assert.NotEqual(Drafts.Code, crash.Packages[crash.Workload.Functions[0].Path]);
        Assert.Equal(Drafts.Code, crash.Packages[crash.Workload.Functions[1].Path]);
    }

    [Theory]
    [InlineData("dotnet10", "Shop.Hello", "Shop.Hello.dll")]
    [InlineData("dotnet8", "Shop::Shop.Functions::Hello", "Shop.dll")]
    [InlineData("python3.13", "shop.app.handler", "shop/app.py")]
    [InlineData("python3.13", "shop/app.handler", "shop/app.py")]
    [InlineData("nodejs22.x", "dist/app.handler", "dist/app.mjs")]
    [InlineData("ruby3.3", "app.handler", "app.rb")]
    [InlineData("provided.al2023", "anything", "bootstrap")]
    public void The_entry_point_is_what_crashes(string runtime, string handler, string file)
    {
        var package = ZipEdit.Put(ZipEdit.Only(file, "good"u8.ToArray()), "other", "good"u8.ToArray());

        var crashing = CrashingCode.Of(package, runtime, handler);

        Assert.Equal(ZipEdit.Names(package).Order(), ZipEdit.Names(crashing).Order());
        Assert.NotEqual(package, crashing);
    }

    [Fact]
    public void A_runtime_that_nothing_is_known_of_gets_no_code() =>
        Assert.Equal(["README"], ZipEdit.Names(CrashingCode.Of(Drafts.Code, "java21", "shop.Hello::handle")));

    [Fact]
    public void The_failing_smoke_test_is_one_more_test_of_the_last_function()
    {
        var functions = WorkloadMutations.FailSmokeTest(Drafts.Shop).Workload.Functions;

        Assert.Equal(["works"], functions[0].SmokeTests.Select(t => t.Name));
        Assert.Equal(["works", "rehearsal"], functions[1].SmokeTests.Select(t => t.Name));
    }

    [Fact]
    public void The_failing_end_to_end_test_needs_no_other_test()
    {
        var without = Drafts.Shop with { Workload = Drafts.Shop.Workload with { EndToEndTests = [] } };

        var test = Assert.Single(WorkloadMutations.FailEndToEndTest(without).Workload.EndToEndTests);

        Assert.Equal(("hello", """{"name":"ann"}"""), (test.Function, test.Event!.ToJsonString()));
    }

    [Fact]
    public void The_invalid_request_has_all_its_errors_at_once()
    {
        var error = Assert.Throws<InvalidReleaseRequestException>(() =>
            RequestReader.Read(Request(WorkloadMutations.InvalidRequest(Drafts.Shop)))
        );

        Assert.Equal(["/approvedBy", "/functions/0/handler", "/functions/0/memorySize"], error.Errors.Select(e => e.Path).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_other_scenario_asks_for_a_valid_release(string name)
    {
        if (name == "invalid-request")
            return;
        var request = Request(Scenario.Find(name).Change(Drafts.Shop));

        Assert.Equal("shop", RequestReader.Read(request).Application);
    }

    [Theory]
    [InlineData("layer-fails-probe", "needs a layer")]
    [InlineData("function-crashes", "needs a function")]
    public void A_workload_that_a_scenario_does_not_fit_is_reported_what_is_missing(string name, string problem)
    {
        var empty = new ReleaseDraft(new Workload { Application = "shop" }, new Dictionary<string, byte[]>());

        Assert.Contains(
            problem,
            Assert.Throws<UserErrorException>(() => Scenario.Find(name).Change(empty)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unknown_scenario_is_answered_with_the_known_ones() =>
        Assert.Contains(
            "upgrade, no-change",
            Assert.Throws<UserErrorException>(() => Scenario.Find("boom")).Message,
            StringComparison.Ordinal
        );

    public static TheoryData<string> Names => [.. Scenario.All.Select(s => s.Name)];

    private static JsonObject Request(ReleaseDraft draft) => draft.ToRequest("r1", "development", null, null);
}
