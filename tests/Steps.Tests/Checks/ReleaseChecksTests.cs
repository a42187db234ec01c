using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>The step that checks, and the one that judges.</summary>
public sealed class ReleaseChecksTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();
    private readonly FakeChecks _checks = new();
    private PlannedRelease _planned = null!;

    public async Task InitializeAsync() => _planned = await _world.StartAsync(Shop.Request(_world.Function("shop-orders")));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_release_of_functions_alone_has_parts_to_check() =>
        Assert.Equal(["functions-1", "monitoring-1", "security-1"], _planned.Checks);

    [Fact]
    public async Task What_passes_before_and_fails_after_is_the_releases_fault()
    {
        await RunAsync(CheckRuns.Before);
        _checks.Fails("function.in-time", "3100 ms", "at most 2700 ms");

        await RunAsync(CheckRuns.After);
        var error = await Assert.ThrowsAsync<CheckFailedException>(JudgeAsync);

        Assert.Equal(
            """
            After release r1 the infrastructure fails 1 check that it did not fail before:
            - function.in-time of function:shop-orders [3100 ms; expected at most 2700 ms]: it fails Next: fix it
            """,
            error.Message
        );
    }

    [Fact]
    public async Task What_failed_before_is_reported_and_not_blamed()
    {
        _checks.Fails("table.encrypted");
        await RunAsync(CheckRuns.Before);
        await RunAsync(CheckRuns.After);

        var verdict = await JudgeAsync();

        const string Known = "failed before the release too: table.encrypted of function:shop-orders: it fails";
        Assert.Equal([Known], verdict.NotBlamed);
        Assert.Equal([Known], (await _world.Get<ReleaseLedger>().FindVerdictAsync(_world.Release))!.NotBlamed);
    }

    [Fact]
    public async Task What_has_no_before_is_the_releases_fault()
    {
        _checks.Says(CheckVerdict.Skipped);
        await RunAsync(CheckRuns.Before);
        _checks.Fails("security.role");
        await RunAsync(CheckRuns.After);

        await Assert.ThrowsAsync<CheckFailedException>(JudgeAsync);
    }

    [Theory]
    [InlineData("function.alarms")]
    [InlineData("monitoring.functions")]
    public async Task That_nobody_watches_something_new_yet_is_no_reason_to_roll_back(string check)
    {
        _checks.Says(CheckVerdict.Skipped);
        await RunAsync(CheckRuns.Before);
        _checks.Fails(check);
        await RunAsync(CheckRuns.After);

        Assert.Contains($"fails, and not by the release: {check}", Assert.Single((await JudgeAsync()).NotBlamed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_was_not_checked_is_a_failure_of_its_own()
    {
        await RunAsync(CheckRuns.Before);

        var error = await Assert.ThrowsAsync<CheckFailedException>(JudgeAsync);

        Assert.Contains("check.completed of batch:functions-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_result_is_in_the_bucket_and_the_answer_is_small()
    {
        _checks.Fails("table.encrypted");

        var summary = await CheckAsync("functions-1", CheckRuns.After);

        Assert.Equal(("functions-1", 0, 1, 0), (summary.Name, summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal(["table.encrypted function:shop-orders"], summary.Failing);
        Assert.Equal("s3://releases/checks/development/shop/r1/after/functions-1.json", summary.Uri);
        Assert.NotNull(_world.Bucket.Find("checks/development/shop/r1/after/functions-1.json"));
    }

    [Fact]
    public async Task A_silent_service_is_asked_again_and_after_some_attempts_that_is_the_finding()
    {
        _checks.Silent = new AwsUnavailableException("GetFunction failed", new IOException());

        await Assert.ThrowsAsync<AwsUnavailableException>(() => CheckAsync("functions-1", CheckRuns.After));
        await Assert.ThrowsAsync<AwsUnavailableException>(() => CheckAsync("functions-1", CheckRuns.After, attempt: 2));
        var summary = await CheckAsync("functions-1", CheckRuns.After, attempt: 3);

        Assert.Equal(1, summary.Failed);
    }

    [Fact]
    public async Task A_hundred_functions_are_ten_parts_and_every_function_is_in_one()
    {
        var functions = Enumerable.Range(1, 100).Select(i => _world.Function($"shop-{i}")).ToArray();
        var request = Shop.Request(functions);

        var parts = CheckBatches
            .Of(
                new ReleasePlan
                {
                    Release = World.ReleaseOf("r1"),
                    Request = request,
                    StartedAt = default,
                }
            )
            .Where(p => p.StartsWith("functions-", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(10, parts.Count);
        Assert.Equal(
            functions.Select(f => f.Name),
            parts
                .SelectMany(p => CheckBatches.Slice(CheckSubjects.Functions, CheckBatches.Read(p).Number, request.Functions))
                .Select(f => f.Name)
        );
        await Task.CompletedTask;
    }

    private async Task RunAsync(string run)
    {
        foreach (var part in _planned.Checks)
            await CheckAsync(part, run);
    }

    private Task<ComponentSummary> CheckAsync(string part, string run, int attempt = 0) =>
        new CheckInfrastructureStep(
            _world.Get<ReleaseBucket>(),
            _world.Get<ReleaseLedger>(),
            _world.Get<CheckRecords>(),
            FakeChecks.All(_checks),
            _world.Time
        ).CheckInfrastructure(
            new CheckInput
            {
                Release = _world.Release,
                Name = part,
                Run = run,
                Attempt = attempt,
            }
        );

    private Task<InfrastructureVerdict> JudgeAsync() =>
        _world.Get<JudgeInfrastructureStep>().JudgeInfrastructure(new JudgeInput { Release = _world.Release });
}
