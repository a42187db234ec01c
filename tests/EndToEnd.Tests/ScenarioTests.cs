using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Scenarios;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The promises, asserted from live state after each kind of release, through the real template, state machines and step binaries.</summary>
[Collection(OneRehearsal.Name)]
public sealed class ScenarioTests(RehearsalFixture fixture)
{
    private readonly LiveReader _live = new(fixture.Rehearsal);

    public static TheoryData<string> Names(ReleaseStatus ends) => [.. Scenario.All.Where(s => s.Ends == ends).Select(s => s.Name)];

    [Theory, MemberData(nameof(Names), ReleaseStatus.RolledBack)]
    public async Task A_failed_release_is_put_back_entirely_and_told_once(string name)
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.DocumentAsync("APP#shop#development", "CURRENT");
        var told = (await _live.MessagesAsync()).Count;

        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.RolledBack, fixture.Progress);
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current?.ToJsonString(), (await _live.DocumentAsync("APP#shop#development", "CURRENT"))?.ToJsonString());
        await AssertCleanAsync(outcome);
        Assert.NotEmpty(outcome.Record!.Restored);
        Assert.Empty(outcome.Record.NotRestored);
        var message = Assert.Single((await _live.MessagesAsync()).Skip(told));
        Assert.StartsWith("Rolled back: shop in development", message["Subject"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(outcome.Record.Failure!.Split('\n')[0], message["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names), ReleaseStatus.Rejected)]
    public async Task A_rejected_release_touches_nothing_and_is_told_once(string name)
    {
        var before = await _live.FunctionsAsync();
        var told = (await _live.MessagesAsync()).Count;

        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.Rejected, fixture.Progress);
        Assert.Equal(before, await _live.FunctionsAsync());
        await AssertCleanAsync(outcome);
        var message = Assert.Single((await _live.MessagesAsync()).Skip(told));
        Assert.Contains("Nothing was touched.", message["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_is_live_entirely_and_its_manifest_says_what_is_live()
    {
        var before = await _live.FunctionsAsync();

        var outcome = await ReleaseAsync("upgrade");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, fixture.Progress);
        await AssertCleanAsync(outcome);
        var after = await _live.FunctionsAsync();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(after, f => Assert.NotEqual(before[f.Key], f.Value));
        var manifest = outcome.Manifest!;
        Assert.All(manifest.Functions, f =>
        {
            Assert.True(f.Changed);
            Assert.Contains($"live -\\u003E {f.Version} \\u002B ", after[f.Name], StringComparison.Ordinal);
            Assert.Contains(f.Layers[0], after[f.Name], StringComparison.Ordinal);
        });
        Assert.Equal(outcome.Id, (await _live.DocumentAsync("APP#shop#development", "CURRENT"))!["id"]!.GetValue<string>());

        // The next tests start from the first release again.
        Assert.Equal(ReleaseStatus.Succeeded, (await fixture.ReleaseAsync(fixture.Rehearsal.Release)).Status);
    }

    [Fact]
    public async Task The_same_release_again_changes_nothing_and_publishes_nothing()
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.DocumentAsync("APP#shop#development", "CURRENT");
        fixture.Rehearsal.Stack.Host.Calls.Clear();

        var outcome = await ReleaseAsync("no-change");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, fixture.Progress);
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current!.ToJsonString(), (await _live.DocumentAsync("APP#shop#development", "CURRENT"))!.ToJsonString());
        await AssertCleanAsync(outcome);
        string[] changing = ["Create", "Update", "Publish", "Delete", "Add", "Remove"];
        Assert.DoesNotContain(
            fixture.Rehearsal.Stack.Host.Calls.Snapshot().Where(c => c.Service == "lambda"),
            c => changing.Any(verb => c.Operation.StartsWith(verb, StringComparison.Ordinal)));
    }

    private Task<ReleaseOutcome> ReleaseAsync(string scenario) => fixture.ReleaseAsync(Scenario.Find(scenario).Change(fixture.Rehearsal.Release));

    private async Task AssertCleanAsync(ReleaseOutcome outcome)
    {
        Assert.Empty(await _live.ProbesAsync());
        Assert.True(await _live.IsUnlockedAsync());
        if (outcome.Record is not null)
            Assert.Equal(outcome.Status.ToString(), (await _live.DocumentAsync($"RELEASE#shop#{outcome.Id}", "RELEASE"))!["status"]!.GetValue<string>());
    }
}
