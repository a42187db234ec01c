using CodeRipple.Workflow.Cli;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Scenarios;
using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>
/// The promises, asserted from live state after each kind of release, through the real template, state machines and step binaries:
/// a good release, then the scenario's, then a look at what is live with AWS's own calls.
/// </summary>
[Collection(SharedMachine.Name)]
public sealed class ScenarioSpecs(RunningMachine running) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private readonly StringWriter _progress = new();
    private readonly CancellationTokenSource _deadline = new(Deadline);
    private ShopWorkload? _workload;
    private LiveReader _live = null!;
    private ReleaseDraft _good = null!;

    public static TheoryData<string> Names(ReleaseStatus ends) => [.. Scenario.All.Where(s => s.Ends == ends).Select(s => s.Name)];

    public async Task InitializeAsync()
    {
        _workload = await ShopWorkload.InstallAsync(running, "shop");
        _live = new LiveReader(running, _workload!);
        _good = await _workload!.DraftAsync(running);
        var good = await ReleaseAsync($"good-{Guid.NewGuid():N}", _good);
        Assert.True(good.Status == ReleaseStatus.Succeeded, _progress.ToString());
    }

    [Theory, MemberData(nameof(Names), ReleaseStatus.RolledBack)]
    public async Task A_failed_release_is_put_back_entirely_and_told_once(string name)
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.CurrentAsync();
        var told = (await _live.MessagesAsync()).Count;

        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.RolledBack, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current!.ToJsonString(), (await _live.CurrentAsync())!.ToJsonString());
        await AssertCleanAsync(outcome);
        Assert.NotEmpty(outcome.Record!.Restored);
        Assert.Empty(outcome.Record.NotRestored);
        var message = Assert.Single((await _live.MessagesAsync()).Skip(told));
        Assert.StartsWith("Rolled back: shop in development", (string)message["Subject"]!, StringComparison.Ordinal);
        Assert.Contains(outcome.Record.Failure!.Split('\n')[0], (string)message["Message"]!, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names), ReleaseStatus.Rejected)]
    public async Task A_rejected_release_touches_nothing_and_is_told_once(string name)
    {
        var before = await _live.FunctionsAsync();
        var told = (await _live.MessagesAsync()).Count;

        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.Rejected, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        await AssertCleanAsync(outcome);
        var message = Assert.Single((await _live.MessagesAsync()).Skip(told));
        Assert.Contains("Nothing was touched.", (string)message["Message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_is_live_entirely_and_its_manifest_says_what_is_live()
    {
        var before = await _live.FunctionsAsync();

        var outcome = await ReleaseAsync("upgrade");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, _progress.ToString());
        await AssertCleanAsync(outcome);
        var after = await _live.FunctionsAsync();
        Assert.All(after, f => Assert.NotEqual(before[f.Key], f.Value));
        Assert.All(outcome.Manifest!.Functions, f =>
        {
            Assert.True(f.Changed);
            Assert.Contains($"live to {f.Version} alone", after[f.Name], StringComparison.Ordinal);
            Assert.All(f.Layers, layer => Assert.Contains(layer, after[f.Name], StringComparison.Ordinal));
        });
        Assert.Equal(outcome.Id, (string)(await _live.CurrentAsync())!["id"]!);
    }

    [Fact]
    public async Task The_same_release_again_changes_nothing_and_publishes_nothing()
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.CurrentAsync();
        var calls = (await _live.LambdaCallsAsync()).Count;

        var outcome = await ReleaseAsync("no-change");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current!.ToJsonString(), (await _live.CurrentAsync())!.ToJsonString());
        await AssertCleanAsync(outcome);
        string[] changing = ["Create", "Update", "Publish", "Delete", "Add", "Remove"];
        Assert.DoesNotContain((await _live.LambdaCallsAsync()).Skip(calls), c => changing.Any(verb => c.StartsWith(verb, StringComparison.Ordinal)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _workload?.Dispose();
        _deadline.Dispose();
        _progress.Dispose();
    }

    private Task<ReleaseOutcome> ReleaseAsync(string scenario) => ReleaseAsync($"{scenario}-{Guid.NewGuid():N}", Scenario.Find(scenario).Change(_good));

    private Task<ReleaseOutcome> ReleaseAsync(string id, ReleaseDraft draft)
    {
        var console = Screen.CreateConsole(_progress, default);
        var screen = new Screen(console, console, json: false, TimeProvider.System);
        return new Releaser(running.Machine, screen).ReleaseAsync(id, "test", draft, _deadline.Token);
    }

    private async Task AssertCleanAsync(ReleaseOutcome outcome)
    {
        Assert.Empty(await _live.ProbesAsync());
        Assert.True(await _live.IsUnlockedAsync());
        if (outcome.Record is not null)
            Assert.Equal(outcome.Status.ToString(), (string)(await _live.RecordAsync(outcome.Id))!["status"]!);
    }
}
