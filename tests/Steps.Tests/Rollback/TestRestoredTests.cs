using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class TestRestoredTests : IDisposable
{
    private readonly World _world = new();
    private RollbackPlan _plan = null!;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_is_live_again_passes_the_tests_of_its_own_release()
    {
        await ReleaseAndRollBackAsync();

        Assert.Equal("1 smoke test and 1 end-to-end test of release r1 passed", (await TestAsync()).ToString());

        Assert.Equal(
            ["1 old question", "live old path"],
            _world.Lambda.Sent<InvokeRequest>().Select(r => $"{r.Qualifier} {JsonNode.Parse(r.Payload)!["ask"]}")
        );
    }

    [Fact]
    public async Task A_restored_version_that_does_not_answer_as_before_is_reported()
    {
        await ReleaseAndRollBackAsync();
        _world.Answers(request => request.Qualifier == "live" ? """{"ask":"old path"}""" : """{"ask":"?"}""");

        var tested = await TestAsync();

        Assert.StartsWith("Function orders version 1 failed 1 of 1 smoke tests:", Assert.Single(tested.Failures), StringComparison.Ordinal);
        Assert.Equal("1 of 2 tests of release r1 failed", tested.ToString());
    }

    [Fact]
    public async Task The_whole_system_is_tested_too()
    {
        await ReleaseAndRollBackAsync();
        _world.Answers(request => request.Qualifier == "live" ? "{}" : """{"ask":"old question"}""");

        var tested = await TestAsync();

        Assert.StartsWith("End-to-end test \"path\" through orders:live", Assert.Single(tested.Failures), StringComparison.Ordinal);
        Assert.Equal("1 of 2 tests of release r1 failed", tested.ToString());
    }

    [Fact]
    public async Task What_failed_before_the_release_too_is_told_as_that()
    {
        await _world.CompleteAsync(RequestAsking("r1", "old"));
        _world.Answers(_ => """{"ask":"?"}""");
        await _world.StartAsync(RequestAsking("r2", "new"));
        await FailedBeforeAsync("function:orders");
        _plan = await _world.PlanRollbackAsync() with { TestPlanUri = World.ReleaseOf("r1").PlanUri };

        var tested = await TestAsync();

        Assert.Equal(2, tested.Failures.Count);
        Assert.All(tested.Failures, f => Assert.StartsWith("failed before the release too: ", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_run_has_neither_passed_nor_failed()
    {
        await ReleaseAndRollBackAsync();
        _world.Lambda.SwitchOff("orders");

        var tested = await TestAsync();

        Assert.Equal((0, 0, 0), (tested.SmokeTests, tested.EndToEndTests, tested.Failed));
        Assert.StartsWith(
            "no test of release r1 ran; skipped: Function orders is switched off: its reserved concurrency is 0",
            tested.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_alias_is_reported()
    {
        await ReleaseAndRollBackAsync();
        _world.Answers(_ => """{"ask":"old path"}""");
        await _world.Lambda.Client.DeleteAliasAsync(new() { FunctionName = "orders", Name = "live" });

        Assert.Contains("Function orders has no alias live any more", (await TestAsync()).Failures);
    }

    [Fact]
    public async Task Before_the_first_release_no_tests_are_known()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _plan = await _world.PlanRollbackAsync();

        Assert.Equal("no test ran: there was no release before", (await TestAsync()).ToString());
        Assert.Empty(_world.Lambda.Sent<InvokeRequest>());
    }

    /// <summary>As CheckBefore writes it down.</summary>
    private Task FailedBeforeAsync(string component) =>
        _world
            .Get<CheckRecords>()
            .WriteAsync(
                new CheckInput
                {
                    Release = _world.Release,
                    Name = "functions-1",
                    Run = CheckRuns.Before,
                },
                new ComponentResults
                {
                    Part = "functions-1",
                    At = _world.Time.Now,
                    Results =
                    [
                        new CheckResult
                        {
                            Id = CheckCatalog.FunctionResponse.Id,
                            Component = component,
                            Verdict = CheckVerdict.Failed,
                        },
                    ],
                },
                uri => new ComponentSummary("functions-1", 0, 1, 0, uri, [])
            );

    private async Task ReleaseAndRollBackAsync()
    {
        await _world.CompleteAsync(RequestAsking("r1", "old"));
        await _world.ShiftAsync(RequestAsking("r2", "new"));
        _plan = await _world.PlanRollbackAsync();
        await _world.RevertAsync(_plan);
    }

    private ReleaseRequest RequestAsking(string id, string words) =>
        Shop.Request(
            id,
            _world.Function(code: words) with
            {
                SmokeTests =
                [
                    new()
                    {
                        Name = "health",
                        Event = Ask($"{words} question"),
                        Expect = Ask($"{words} question"),
                    },
                ],
            }
        ) with
        {
            EndToEndTests =
            [
                new()
                {
                    Name = "path",
                    Function = "orders",
                    Event = Ask($"{words} path"),
                    Expect = Ask($"{words} path"),
                },
            ],
        };

    private static JsonObject Ask(string words) => new() { ["ask"] = words };

    private Task<RestoredTests> TestAsync() =>
        _world.Get<TestRestoredStep>().TestRestored(new TestRestoredInput { Release = _plan.Release, TestPlanUri = _plan.TestPlanUri });
}
