using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The commands for any AWS, against the local one.</summary>
[Collection(Machines.Requests)]
public sealed class ReleaseSpecs(RunningMachine running)
{
    [Fact]
    public async Task Two_releases_their_history_a_rollback_and_watching_it()
    {
        using var workload = await ShopWorkload.InstallAsync(running, "orders");
        (await running.RunAsync("release", "--workload", workload.File, "--id", "orders-1", "--reason", "The first")).MustEndWith(0);
        var first = await ReadLiveAsync(workload);
        var second = await workload.DraftAsync(running);
        Assert.Equal(LiveVerdict.AllOld, (await ReadLiveAsync(workload)).Compare(first, second).Verdict);

        var used = (await running.RunAsync("release", "--workload", workload.File, "--id", "orders-1")).MustEndWith(2);
        Assert.Contains("Release orders-1 already exists", used.Error, StringComparison.Ordinal);

        workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");
        second = await workload.DraftAsync(running);
        var released = (await running.RunAsync("release", "--workload", workload.File, "--id", "orders-2", "--json")).MustEndWith(0);
        Assert.Equal(("orders-2", "Succeeded"), ((string?)released.Answer["release"], (string?)released.Answer["status"]));
        Assert.Equal(LiveVerdict.AllNew, (await ReadLiveAsync(workload)).Compare(first, second).Verdict);

        var history = (await running.RunAsync("history", "--application", "orders", "--json")).MustEndWith(0);
        Assert.Equal(["orders-2", "orders-1"], history.Answer.AsArray().Select(r => (string)r!["id"]!));
        var listed = (await running.RunAsync("history", "--application", "orders")).MustEndWith(0);
        Assert.Matches(@"(?m)^\* .* orders-2 .*\n  .* orders-1 .* The first$", listed.Output);

        (await running.RunAsync("rollback", "--application", "orders")).MustEndWith(0);
        using var back = await ShopWorkload.InstallAsync(running, "orders");
        Assert.Equal(
            LiveVerdict.AllNew,
            (await ReadLiveAsync(workload)).Compare(await EmptyAsync(workload), await back.DraftAsync(running)).Verdict
        );

        var watched = (await running.RunAsync("watch", "orders-2", "--json")).MustEndWith(0);
        Assert.Equal((string?)released.Answer["executionArn"], (string?)watched.Answer["executionArn"]);
        Assert.Equal((long)released.Answer["durationMs"]!, (long)watched.Answer["durationMs"]!);
    }

    [Fact]
    public async Task A_request_that_is_wrong_is_rejected_with_everything_that_is_wrong()
    {
        var runs = new ReleaseRuns(running.Machine, TimeProvider.System);
        var execution = await runs.StartAsync(
            "wrong-1",
            new JsonObject { ["application"] = "Shop!", ["shop"] = true },
            CancellationToken.None
        );

        var watched = (await running.RunAsync("watch", "wrong-1")).MustEndWith(2);

        Assert.Contains("was rejected", watched.Output, StringComparison.Ordinal);
        foreach (
            var problem in new[] { "environment: is missing", "shop: unknown member", "application: must be 1 to 30 lower-case letters" }
        )
            Assert.Contains(problem, watched.Output, StringComparison.Ordinal);
        Assert.EndsWith(":wrong-1", execution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workload_that_is_wrong_is_reported_before_anything_is_built()
    {
        using var workload = await ShopWorkload.InstallAsync(running, "misspelt");
        workload.Replace("coderipple.json", "\"handler\"", "\"handle\"");

        var run = (await running.RunAsync("release", "--workload", workload.File)).MustEndWith(2);

        Assert.Contains("functions/0/handle: unknown member", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("built", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no stack release-machine-staging", "release", "--environment", "staging")]
    [InlineData("There is no execution nothing", "watch", "nothing")]
    [InlineData("No release of nobody is live", "rollback", "--application", "nobody")]
    [InlineData("cannot be read", "release", "--workload", "/nowhere/coderipple.json")]
    public async Task What_is_not_there_is_said_in_one_sentence(string problem, params string[] arguments)
    {
        var run = (await running.RunAsync(arguments)).MustEndWith(2);

        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_AWS_that_does_not_answer_is_named()
    {
        var nowhere = new Dictionary<string, string>(running.Environment) { ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9" };

        var run = (await Coderipple.RunAsync(["history", "--application", "shop"], environment: nowhere)).MustEndWith(2);

        Assert.Contains("http://127.0.0.1:9", run.Error, StringComparison.Ordinal);
    }

    private Task<LiveState> ReadLiveAsync(ShopWorkload workload) =>
        LiveState.ReadAsync(running.Clients.Lambda, workload.Functions, "live", CancellationToken.None);

    private Task<LiveState> EmptyAsync(ShopWorkload workload) =>
        LiveState.ReadAsync(running.Clients.Lambda, workload.Functions, "no-such-alias", CancellationToken.None);
}
