using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Traffic;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.EndToEnd.Tests.Running;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>
/// The promises, asserted from live state after each kind of release, through the real template, state machines and step binaries:
/// a good release, then the scenario's, then a look at what is live with AWS's own calls.
/// </summary>
[Collection(Machines.Scenarios)]
public sealed class ScenarioSpecs(RunningMachine running) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private readonly StringWriter _progress = new();
    private readonly CancellationTokenSource _deadline = new(Deadline);
    private ShopWorkload? _workload;
    private LiveReader _live = null!;
    private ReleaseDraft _good = null!;

    public static TheoryData<string> Names(ReleaseStatus ends) =>
        [.. Scenario.All.Where(s => s.Ends == ends && !s.HasUsers).Select(s => s.Name)];

    public async Task InitializeAsync()
    {
        _workload = await ShopWorkload.InstallAsync(running, "shop");
        _live = new LiveReader(running, _workload!);
        _good = await _workload!.DraftAsync(running);
        var good = await ReleaseAsync($"good-{Guid.NewGuid():N}", _good);
        Assert.True(good.Status == ReleaseStatus.Succeeded, _progress.ToString());
    }

    [Theory, MemberData(nameof(Names), ReleaseStatus.RolledBack)]
    public async Task A_failed_release_is_rolled_back_entirely_and_reported_once(string name)
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.CurrentAsync();

        var outcome = await ReleaseAsync(name);

        Assert.Contains(Scenario.Find(name).Because, outcome.Failure!, StringComparison.Ordinal);
        await AssertRolledBackAsync(outcome, before, current!);
    }

    [Theory, MemberData(nameof(Names), ReleaseStatus.Rejected)]
    public async Task A_rejected_release_touches_nothing_and_is_reported_once(string name)
    {
        var before = await _live.FunctionsAsync();

        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.Rejected, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        await AssertCleanAsync(outcome);
        var message = Assert.Single(await _live.MessagesAboutAsync(outcome.Id));
        Assert.Contains("Nothing was touched.", (string)message["Message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "canary-errors",
        @"hello version \d+: \d+ of \d+ requests failed \(100\.0 %\), of version \d+ 0 of \d+ \(0\.0 %\); the limit is 1 percentage point more"
    )]
    [InlineData("canary-slow", @"hello version \d+: nine of ten of \d+ requests took up to \d+ ms, of \d+ of version \d+ up to \d+ ms")]
    public async Task A_new_version_that_is_bad_for_users_only_is_caught_from_their_requests_and_few_of_them_notice(
        string name,
        string finding
    )
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.CurrentAsync();

        var (outcome, users) = await RunAsync(name);

        await AssertRolledBackAsync(outcome, before, current!);
        Assert.Matches(finding, outcome.Failure!);
        Assert.Contains("stage 1 of 3 (20 % of the traffic)", outcome.Failure, StringComparison.Ordinal);
        Assert.Empty(users!.FailedOtherwise);
        AssertIsShare(0.2, users);
        // A new version that is slow keeps some callers waiting for it.
        var back = users.ByNewVersion[^1].Sent - outcome.Verdict!.Value;
        Assert.True(back < TimeSpan.FromSeconds(15), $"Users got the new version until {back} after the verdict.\n{_progress}");
    }

    [Fact]
    public async Task Users_notice_nothing_of_a_good_release_and_its_message_says_how_it_did()
    {
        var (outcome, users) = await RunAsync("canary-healthy");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, _progress.ToString());
        Assert.DoesNotContain(users!.Requests, r => r.Error is not null);
        Assert.Equal(outcome.Manifest!.Functions.First(f => f.Name == users.Function).Version, users.Requests[^1].Version);
        Assert.Matches(@"20 % for \d+ s: healthy", (string)Assert.Single(await _live.MessagesAboutAsync(outcome.Id))["Message"]!);
    }

    [Theory]
    [InlineData("canary-no-traffic", "the new versions had 0 user requests, 0 of them failed")]
    [InlineData("alarm-already-firing", "alarm shop-rehearsal fired before the release already, so it decided nothing")]
    public async Task A_release_goes_through_and_its_message_says_why(string name, string why)
    {
        var outcome = await ReleaseAsync(name);

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, _progress.ToString());
        await AssertCleanAsync(outcome);
        Assert.Contains(why, (string)Assert.Single(await _live.MessagesAboutAsync(outcome.Id))["Message"]!, StringComparison.Ordinal);
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
        Assert.All(
            outcome.Manifest!.Functions,
            f =>
            {
                Assert.True(f.Changed);
                Assert.Contains($"live to {f.Version} alone", after[f.Name], StringComparison.Ordinal);
                Assert.All(f.Layers, layer => Assert.Contains(layer, after[f.Name], StringComparison.Ordinal));
            }
        );
        Assert.Equal(outcome.Id, (string)(await _live.CurrentAsync())!["id"]!);
    }

    [Fact]
    public async Task The_same_release_again_changes_nothing_and_publishes_nothing()
    {
        var before = await _live.FunctionsAsync();
        var current = await _live.CurrentAsync();
        var calls = _live.LambdaCalls().Count;

        var outcome = await ReleaseAsync("no-change");

        Assert.True(outcome.Status == ReleaseStatus.Succeeded, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current!.ToJsonString(), (await _live.CurrentAsync())!.ToJsonString());
        await AssertCleanAsync(outcome);
        string[] changing = ["Create", "Update", "Publish", "Delete", "Add", "Remove"];
        Assert.DoesNotContain(_live.LambdaCalls().Skip(calls), c => changing.Any(verb => c.StartsWith(verb, StringComparison.Ordinal)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _workload?.Dispose();
        _deadline.Dispose();
        _progress.Dispose();
    }

    private async Task<ReleaseOutcome> ReleaseAsync(string scenario) => (await RunAsync(scenario)).Outcome;

    private async Task<(ReleaseOutcome Outcome, UserReport? Users)> RunAsync(string name)
    {
        var scenario = Scenario.Find(name);
        var (_, outcome, users) = await new ScenarioRun(running.Clients, scenario, scenario.Change(_good), TimeProvider.System).RunAsync(
            draft => ReleaseAsync($"{name}-{Guid.NewGuid():N}", draft),
            _deadline.Token
        );
        return (outcome, users);
    }

    private Task<ReleaseOutcome> ReleaseAsync(string id, ReleaseDraft draft)
    {
        var console = Screen.CreateConsole(_progress, default);
        var screen = new Screen(console, console, json: false, TimeProvider.System);
        return new Releaser(running.Machine, screen).ReleaseAsync(id, "test", draft, _deadline.Token);
    }

    // Lambda draws for each request: five standard deviations around the weight miss once in two million.
    private static void AssertIsShare(double weight, UserReport users)
    {
        // The first and the last of these were answered by the new version by definition.
        var (requests, @new) = (users.WhileSplit.Count - 2, users.ByNewVersion.Count - 2);
        Assert.True(requests >= 20, $"only {requests} requests");
        Assert.InRange((double)@new / requests, 0, weight + 5 * Math.Sqrt(weight * (1 - weight) / requests));
        Assert.InRange((double)@new / requests, weight - 5 * Math.Sqrt(weight * (1 - weight) / requests), 1);
    }

    private async Task AssertRolledBackAsync(ReleaseOutcome outcome, IReadOnlyDictionary<string, string> before, JsonNode current)
    {
        Assert.True(outcome.Status == ReleaseStatus.RolledBack, _progress.ToString());
        Assert.Equal(before, await _live.FunctionsAsync());
        Assert.Equal(current.ToJsonString(), (await _live.CurrentAsync())!.ToJsonString());
        await AssertCleanAsync(outcome);
        Assert.NotEmpty(outcome.Record!.Restored.Concat(outcome.Record.Removed));
        Assert.Empty(outcome.Record.NotRestored);
        var message = Assert.Single(await _live.MessagesAboutAsync(outcome.Id));
        Assert.StartsWith("Rolled back: shop in development", (string)message["Subject"]!, StringComparison.Ordinal);
        Assert.Contains(outcome.Record.Failure!.Split('\n')[0], (string)message["Message"]!, StringComparison.Ordinal);
    }

    private async Task AssertCleanAsync(ReleaseOutcome outcome)
    {
        Assert.Empty(await _live.ProbesAsync());
        Assert.True(await _live.IsUnlockedAsync());
        if (outcome.Record is not null)
            Assert.Equal(outcome.Status.ToString(), (string)(await _live.RecordAsync(outcome.Id))!["status"]!);
    }
}
