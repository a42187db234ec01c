using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class RollbackToEarlierReleaseTests : IDisposable
{
    private static readonly string Back = FakeExecutions.RollbackArn("back");
    private readonly World _world = new();

    private ReleaseLedger Ledger => _world.Get<ReleaseLedger>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Without_a_wish_it_is_the_release_before()
    {
        await ReleaseAsync("r1", "r2");

        var report = await GoBackAsync(to: null);

        Assert.Equal((ReleaseStatus.RolledBack, "Rolled back: shop in development (to r1)"), (report.Status, report.Subject));
        Assert.Equal(("r1", "code of r1"), await LiveAsync());
        Assert.Equal(["r1 Succeeded", "r2 RolledBack"], await HistoryAsync());
    }

    [Fact]
    public async Task Several_releases_are_undone_in_one_rollback_and_traffic_moves_once()
    {
        await ReleaseAsync("r1", "r2", "r3");
        _world.History.Clear();

        var report = await GoBackAsync("r1");

        Assert.Equal(("r1", "code of r1"), await LiveAsync());
        Assert.Single(_world.History.Events, e => e.StartsWith("UpdateAlias", StringComparison.Ordinal));
        Assert.Equal(["r1 Succeeded", "r2 RolledBack", "r3 RolledBack"], await HistoryAsync());
        Assert.Contains("ann asked to roll back from release r3 to r1: the shop is slow", report.Message, StringComparison.Ordinal);
        Assert.Equal("ann asked to roll back from release r3 to r1: the shop is slow", (await RecordAsync("r2"))!.Failure);
    }

    [Fact]
    public async Task What_a_release_on_the_way_had_made_disappears()
    {
        await ReleaseAsync("r1", "r2");
        await _world.CompleteAsync(Shop.Request("r3", _world.Function(code: "code of r3"), _world.Function("added", "first code")));
        await _world.CompleteAsync(Shop.Request("r4", _world.Function(code: "code of r4"), _world.Function("added", "second code")));

        var report = await GoBackAsync("r2");

        Assert.False(_world.Lambda.Exists("added"));
        Assert.Equal(("r2", "code of r2"), await LiveAsync());
        Assert.Subset(report.Removed.ToHashSet(), new HashSet<string> { "function:added", "alias:added:live" });
        Assert.Equal(
            ["function-code:orders", "alias:orders:live"],
            report.Restored.Where(r => r.Contains("orders", StringComparison.Ordinal) && !r.StartsWith("alarm", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(report.Restored, r => r.Contains("added", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tests_of_the_release_that_is_live_again_are_run()
    {
        await ReleaseAsync("r1", "r2");

        var plan = await PlanAsync("r1");

        Assert.Equal("s3://releases/plans/development/shop/r1.json", plan.TestPlanUri);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_stays_and_the_release_stays_current()
    {
        await ReleaseAsync("r1", "r2");
        _world.Lambda.HasAlias("orders", "1", ("2", 0.5));

        var report = await GoBackAsync("r1");

        Assert.Equal(ReleaseStatus.RollbackFailed, report.Status);
        Assert.StartsWith(
            "alias:orders:live: it was changed outside the release meanwhile",
            Assert.Single(report.NotRestored),
            StringComparison.Ordinal
        );
        Assert.Equal("1 + 2:0.5", _world.Lambda.Target("orders"));
        Assert.Equal("r2", (await Ledger.FindCurrentAsync(_world.Release))!.Id);
        Assert.Equal(["r1 Succeeded", "r2 RollbackFailed"], await HistoryAsync());
    }

    [Fact]
    public async Task A_second_attempt_after_that_ends_well()
    {
        await ReleaseAsync("r1", "r2");
        var moved = _world.Lambda.Target("orders");
        _world.Lambda.HasAlias("orders", "9");
        await GoBackAsync("r1");
        _world.Lambda.HasAlias("orders", moved!);

        Assert.Equal(ReleaseStatus.RolledBack, (await GoBackAsync("r1", FakeExecutions.RollbackArn("again"))).Status);
        Assert.Equal(("r1", "code of r1"), await LiveAsync());
    }

    [Fact]
    public async Task The_next_release_has_the_target_as_its_rollback_target()
    {
        await ReleaseAsync("r1", "r2", "r3");
        await GoBackAsync("r1");

        await ReleaseAsync("r4");

        Assert.Equal("r1", (await RecordAsync("r4"))!.Previous);
        await GoBackAsync("r1", FakeExecutions.RollbackArn("again"));
        Assert.Equal(("r1", "code of r1"), await LiveAsync());
    }

    [Theory]
    [InlineData("r2", "Release r2 is live already.")]
    [InlineData("r9", "Release r9 is not one of those that were live before r2 (r1). See: coderipple history")]
    public async Task A_wish_that_cannot_be_fulfilled_is_refused_and_leaves_nothing(string to, string words)
    {
        await ReleaseAsync("r1", "r2");

        var error = await Assert.ThrowsAsync<InvalidRollbackRequestException>(() => PlanAsync(to));

        Assert.Equal(words, error.Message);
        Assert.DoesNotContain(await _world.Get<OpenReleases>().ListAsync(), o => o.Request is not null);
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r3"));
    }

    [Fact]
    public async Task Nobody_goes_back_to_a_release_that_did_not_succeed()
    {
        await ReleaseAsync("r1", "r2");
        await Ledger.CloseAsync((await RecordAsync("r1"))! with { Status = ReleaseStatus.RollbackFailed });

        var error = await Assert.ThrowsAsync<InvalidRollbackRequestException>(() => PlanAsync("r1"));

        Assert.Equal("Release r1 did not succeed (it is RollbackFailed), so it cannot be restored.", error.Message);
    }

    [Fact]
    public void The_sample_is_such_a_wish()
    {
        var sample = JsonNode.Parse(
            File.ReadAllText(Repository.Path("samples/rollback-request.json")),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );

        var request = Steps.Rollback.RollbackRequests.Read(sample, "development", _world.Time.Now);

        Assert.Equal(("coderipple", "development", "ann"), (request.Application, request.Environment, request.RequestedBy));
    }

    [Fact]
    public async Task From_the_first_release_there_is_nothing_to_roll_back_to()
    {
        await ReleaseAsync("r1");

        var error = await Assert.ThrowsAsync<InvalidRollbackRequestException>(() => PlanAsync(to: null));

        Assert.Equal("Release r1 is the first of shop in development; there is none before it to go back to.", error.Message);
    }

    [Theory]
    [InlineData("""{"application":"shop#production","environment":"development"}""", "/application must be 1 to 30 lower-case letters")]
    [InlineData("""{"application":"shop","environment":"development","to":"r1#x"}""", "/to must be 1 to 64 letters")]
    [InlineData(
        """{"release":{"id":"r1","application":"shop#x","environment":"development","executionArn":"e","planUri":""}}""",
        "/release is not a release of this stack"
    )]
    [InlineData(
        """{"release":{"id":"r1","application":"shop","environment":"production","executionArn":"e","planUri":""}}""",
        "/release is not a release of this stack"
    )]
    public void What_would_become_part_of_a_key_is_held_to_the_rules_of_a_request(string request, string words)
    {
        var error = Assert.Throws<InvalidRollbackRequestException>(() =>
            Steps.Rollback.RollbackRequests.Read(JsonNode.Parse(request), "development", _world.Time.Now)
        );

        Assert.StartsWith(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_is_replayed_after_days_must_say_which_release_to_go_back_to()
    {
        var request = new JsonObject
        {
            ["application"] = "shop",
            ["environment"] = "development",
            ["askedAt"] = _world.Time.Now.AddDays(-90),
        };

        var error = Assert.Throws<InvalidRollbackRequestException>(() => Read(request));

        Assert.Contains("90 days ago", error.Message, StringComparison.Ordinal);
        request["to"] = "r1";
        Assert.Equal("r1", Read(request).To);
        (request["to"], request["askedAt"]) = (null, _world.Time.Now.AddHours(-2));
        Assert.Equal("shop", Read(request).Application);

        RollbackRequest Read(JsonNode input) => Steps.Rollback.RollbackRequests.Read(input, "development", _world.Time.Now);
    }

    [Fact]
    public async Task Another_environment_is_refused()
    {
        var request = new RollbackRequest { Application = "shop", Environment = "production" };

        var error = await Assert.ThrowsAsync<InvalidRollbackRequestException>(() => _world.PlanRollbackAsync(request, Back));

        Assert.Equal("/environment is \"production\", but this stack releases to \"development\".", error.Message);
    }

    [Fact]
    public async Task While_a_release_runs_nobody_goes_back_and_nothing_is_left_for_the_guardian()
    {
        await ReleaseAsync("r1", "r2");
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r3"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => PlanAsync("r1"));

        Assert.DoesNotContain(await _world.Get<OpenReleases>().ListAsync(), o => o.Request is not null);
    }

    [Fact]
    public async Task A_release_that_succeeds_while_a_rollback_waits_does_not_change_what_was_meant()
    {
        await ReleaseAsync("r1", "r2");
        var running = World.ReleaseOf("r3");
        await _world.Get<ReleaseLock>().AcquireAsync(running);
        await Assert.ThrowsAsync<ReleaseLockedException>(() => PlanAsync(to: null));
        await _world.Get<ReleaseLock>().ReleaseAsync(running);
        await ReleaseAsync("r3");

        var report = await GoBackAsync(to: null);

        Assert.Contains("roll back from release r3 to r1", report.Message, StringComparison.Ordinal);
        Assert.Equal(("r1", "code of r1"), await LiveAsync());
    }

    [Fact]
    public async Task A_rollback_that_died_on_the_way_is_gone_on_with()
    {
        await ReleaseAsync("r1", "r2", "r3");
        var plan = await PlanAsync("r1");
        await _world.RevertAsync(plan with { Groups = [plan.Groups[0]] });

        var open = Assert.Single(await _world.Get<OpenReleases>().ListAsync(), o => o.Request is not null);
        var report = await _world.RollBackAsync(
            open.Request! with
            {
                ResumedExecutionArn = Back,
                StartedByGuardian = true,
            },
            FakeExecutions.RollbackArn("guard")
        );

        Assert.Equal(ReleaseStatus.RolledBack, report.Status);
        Assert.Equal(("r1", "code of r1"), await LiveAsync());
        Assert.Equal(["r1 Succeeded", "r2 RolledBack", "r3 RolledBack"], await HistoryAsync());
    }

    [Fact]
    public async Task One_that_had_ended_without_a_notification_is_only_notified()
    {
        await ReleaseAsync("r1", "r2");
        await GoBackAsync("r1");
        var open = Assert.Single(await _world.Get<OpenReleases>().ListAsync(), o => o.Request is not null);

        var plan = await _world.PlanRollbackAsync(
            open.Request! with
            {
                ResumedExecutionArn = Back,
                StartedByGuardian = true,
            },
            FakeExecutions.RollbackArn("guard")
        );

        Assert.True(plan.Notify);
        Assert.Equal("Rolled back: shop in development (to r1)", plan.Report!.Subject);
    }

    private async Task ReleaseAsync(params string[] ids)
    {
        if (!_world.Lambda.Exists("orders"))
            await _world.HasLiveFunctionAsync();
        foreach (var id in ids)
            await _world.CompleteAsync(Shop.Request(id, _world.Function(code: $"code of {id}")));
    }

    private static RollbackRequest Request(string? to) =>
        new()
        {
            Application = "shop",
            Environment = "development",
            To = to,
            RequestedBy = "ann",
            Reason = "the shop is slow",
        };

    private Task<RollbackPlan> PlanAsync(string? to) => _world.PlanRollbackAsync(Request(to), Back);

    private Task<ReleaseReport> GoBackAsync(string? to, string? execution = null) => _world.RollBackAsync(Request(to), execution ?? Back);

    private Task<ReleaseRecord?> RecordAsync(string id) => Ledger.FindRecordAsync(World.ReleaseOf(id).Key);

    /// <summary>The current release, and the code that the alias gives.</summary>
    private async Task<(string Current, string Code)> LiveAsync()
    {
        var current = (await Ledger.FindCurrentAsync(_world.Release))!.Id;
        var version = _world.Lambda.Versions("orders").First(v => v.Version == _world.Lambda.Target("orders"));
        var code = new[] { "r1", "r2", "r3", "r4" }.Select(id => $"code of {id}").First(c => Shop.HashOf(c) == version.CodeSha256);
        Assert.Equal(Shop.HashOf(code), _world.Lambda.Latest("orders").CodeSha256);
        return (current, code);
    }

    private async Task<IReadOnlyList<string>> HistoryAsync() =>
        [
            .. (
                await _world
                    .Get<LedgerTable>()
                    .QueryAsync(LedgerKeys.Application("shop", "development"), "RELEASE#", ContractsJson.Default.ReleaseRecord)
            ).Select(r => $"{r.Id} {r.Status}"),
        ];
}
