using Amazon.Lambda.Model;
using CodeRipple.Workflow.Cli;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Scenarios;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>Every scenario, on one stack: a good release, then the scenario's, then a look at what is live.</summary>
[Collection(SharedMachine.Name)]
public sealed class ScenarioSpecs(RunningMachine running)
{
    public static TheoryData<string> Names => [.. Scenario.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task It_ends_as_it_says_all_new_or_all_old_with_one_message(string name)
    {
        var scenario = Scenario.Find(name);
        using var workload = await ShopWorkload.InstallAsync(running, "shop");
        var good = await workload.DraftAsync(running);
        var releaser = new Releaser(running.Machine, SilentScreen());
        var before = await releaser.ReleaseAsync($"{name}-before", "Good", good, CancellationToken.None);
        Assert.True(before.Status == ReleaseStatus.Succeeded, before.Failure);
        var live = await ReadLiveAsync(workload);

        var changed = scenario.Change(good);
        var outcome = await releaser.ReleaseAsync(name, scenario.Does, changed, CancellationToken.None);

        Assert.Equal(scenario.Ends, outcome.Status);
        Assert.Equal(scenario.Live, (await ReadLiveAsync(workload)).Compare(live, changed).Verdict);
        Assert.Empty(outcome.Record?.NotRestored ?? []);
        Assert.Single(outcome.Messages);
        Assert.Equal(scenario.Ends != ReleaseStatus.Succeeded, outcome.Failure is { Length: > 0 });
        Assert.DoesNotContain(await FunctionsAsync(), f => f.Contains("-probe-", StringComparison.Ordinal));
    }

    private static Screen SilentScreen()
    {
        var nowhere = Screen.CreateConsole(TextWriter.Null, default);
        return new Screen(nowhere, nowhere, json: false, TimeProvider.System);
    }

    private Task<LiveState> ReadLiveAsync(ShopWorkload workload) => LiveState.ReadAsync(running.Clients.Lambda, workload.Functions, "live", CancellationToken.None);

    private async Task<IEnumerable<string>> FunctionsAsync() =>
        (await running.Clients.Lambda.ListFunctionsAsync(new ListFunctionsRequest { MaxItems = 10_000 })).Functions.Select(f => f.FunctionName);
}
