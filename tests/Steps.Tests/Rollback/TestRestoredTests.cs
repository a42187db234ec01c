using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
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

        Assert.Equal(new ItemResult("tests", "1 smoke tests and 1 end-to-end tests of release r1 passed"), await TestAsync());

        Assert.Equal(
            ["1 old question", "live old path"],
            _world.Lambda.Sent<InvokeRequest>().Select(r => $"{r.Qualifier} {JsonNode.Parse(r.Payload)!["ask"]}")
        );
    }

    [Fact]
    public async Task A_restored_version_that_does_not_answer_as_before_is_reported()
    {
        await ReleaseAndRollBackAsync();
        _world.Answers(_ => """{"ask":"?"}""");

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.StartsWith("Function orders version 1 failed 1 of 1 smoke tests:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_system_is_tested_too()
    {
        await ReleaseAndRollBackAsync();
        _world.Answers(request => request.Qualifier == "live" ? "{}" : """{"ask":"old question"}""");

        await Assert.ThrowsAsync<EndToEndTestFailedException>(TestAsync);
    }

    [Fact]
    public async Task A_missing_alias_is_reported()
    {
        await ReleaseAndRollBackAsync();
        await _world.Lambda.Client.DeleteAliasAsync(new() { FunctionName = "orders", Name = "live" });

        var error = await Assert.ThrowsAsync<SmokeTestFailedException>(TestAsync);

        Assert.Equal("Function orders has no alias live any more", error.Message);
    }

    [Fact]
    public async Task Before_the_first_release_no_tests_are_known()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(Shop.Request(_world.Function()));
        _plan = await _world.PlanRollbackAsync();

        Assert.Equal("no earlier release, so no tests are known", (await TestAsync()).Outcome);
        Assert.Empty(_world.Lambda.Sent<InvokeRequest>());
    }

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

    private Task<ItemResult> TestAsync() =>
        _world.Get<TestRestoredStep>().TestRestored(new TestRestoredInput { Release = _plan.Release, TestPlanUri = _plan.TestPlanUri });
}
