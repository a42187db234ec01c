using System.Text;
using System.Text.Json;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Validation;

namespace CodeRipple.Workflow.Steps.Tests.Validation;

public sealed class CheckPerformanceTests : IAsyncLifetime, IDisposable
{
    private const string Quick = "12 calls of version 2 through live, the slowest 850 ms, the others 86 ms on average";
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        await _world.ShiftAsync(
            Shop.Request(_world.Function()) with
            {
                Performance = new PerformanceRequest { AverageDuration = 200, P95Duration = 900 },
            }
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Durations_of_the_new_version_through_the_alias_are_compared_with_the_limits()
    {
        _world.Watch.Took("orders:live", "1", average: 5000, p95: 9000, calls: 100);
        _world.Watch.Took("orders:live", "2", average: 150, p95: 850, calls: 12);
        _world.Watch.Took("orders:2", null, average: 9999, p95: 9999, calls: 2);

        var summary = await CheckAsync();

        Assert.Equal((3, 0, 1), (summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal(("150 ms", "200 ms", Quick), Describe("performance.average"));
        Assert.Equal(("850 ms", "900 ms", Quick), Describe("performance.p95"));
    }

    [Fact]
    public async Task A_slow_version_fails_with_the_measured_value_and_the_limit()
    {
        _world.Watch.Took("orders:live", "2", average: 270, p95: 850, calls: 12);

        var error = await Assert.ThrowsAsync<CheckFailedException>(CheckAsync);

        Assert.StartsWith(
            "1 of 4 performance checks failed:\n- performance.average of function:orders [270 ms; expected 200 ms]: "
                + "12 calls of version 2 through live, the slowest 850 ms, the others 217 ms on average Next: Raise",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await _world.Get<ReleaseLedger>().FindChecksAsync(_world.Release, "performance"))!.Failed);
    }

    [Fact]
    public async Task Without_calls_through_the_alias_those_of_the_smoke_tests_count()
    {
        _world.Watch.Took("orders:2", null, average: 180, p95: 190, calls: 2);

        await CheckAsync();

        const string Calls = "2 calls of version 2 that called the version itself, the slowest 190 ms, the others 170 ms on average";
        Assert.Equal(("180 ms", "200 ms", Calls), Describe("performance.average"));
    }

    [Theory]
    [InlineData(5000, 5000, 1, 5000, "one call of version 2 through live, it took 5,000 ms")]
    [InlineData(1100, 10_000, 10, 10_000, "10 calls of version 2 through live, the slowest 10,000 ms, the others 111 ms on average")]
    public async Task One_slow_call_fails_nothing(double average, double p95, int calls, double slowest, string evidence)
    {
        _world.Watch.Took("orders:live", "2", average, p95, calls, slowest);

        var summary = await CheckAsync();

        Assert.Equal((1, 0, 3), (summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal($"{evidence}: that may be one slow call", Describe("performance.average").Evidence);
        Assert.Equal($"{evidence}: that may be one slow call", Describe("performance.p95").Evidence);
    }

    [Theory]
    [InlineData(19, CheckVerdict.Skipped)]
    [InlineData(20, CheckVerdict.Failed)]
    public async Task The_95th_percentile_decides_from_twenty_calls_on(int calls, CheckVerdict verdict)
    {
        _world.Watch.Took("orders:live", "2", average: 150, p95: 950, calls, slowest: 1000);

        await Record.ExceptionAsync(CheckAsync);

        Assert.Equal(verdict, Results().Single(r => r.Id == "performance.p95").Verdict);
    }

    [Fact]
    public async Task Of_several_hours_the_worst_counts_but_not_one_with_a_single_slow_call()
    {
        _world.Watch.Took("orders:live", "2", average: 5000, p95: 5000, calls: 1, hour: 9);
        _world.Watch.Took("orders:live", "2", average: 150, p95: 400, calls: 60, hour: 10);
        _world.Watch.Took("orders:live", "2", average: 220, p95: 400, calls: 60, hour: 11);

        await Assert.ThrowsAsync<CheckFailedException>(CheckAsync);

        Assert.Equal("220 ms", Describe("performance.average").Measured);
        Assert.Equal("5,000 ms", Describe("performance.p95").Measured);
        Assert.Equal(CheckVerdict.Skipped, Results().Single(r => r.Id == "performance.p95").Verdict);
    }

    [Fact]
    public async Task No_data_is_said_and_no_failure()
    {
        var summary = await CheckAsync();

        Assert.Equal((1, 0, 3), (summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal((null, "200 ms", "no data: CloudWatch knows no call of version 2 yet"), Describe("performance.average"));
    }

    [Theory]
    [InlineData("REPORT RequestId: 1 Duration: 12.00 ms\tInit Duration: 431.25 ms\t")]
    [InlineData("""{"type":"platform.report","record":{"metrics":{"durationMs":12.0,"initDurationMs":431.25}}}""")]
    public async Task The_cold_start_of_the_smoke_test_and_the_package_size_are_kept(string log)
    {
        _world.Lambda.OnInvoke = request => new InvokeResponse
        {
            Payload = request.PayloadStream,
            LogResult = Convert.ToBase64String(Encoding.UTF8.GetBytes(log)),
        };
        await _world.Get<SmokeTestStep>().SmokeTest(_world.Input("orders"));

        await CheckAsync();

        Assert.Equal(("431 ms", null, "start of version 2 in its smoke tests"), Describe("performance.cold-start"));
        Assert.Equal(CheckVerdict.Passed, Results().Single(r => r.Id == "performance.package").Verdict);
    }

    private Task<ComponentSummary> CheckAsync() => _world.Get<CheckPerformanceStep>().CheckPerformance(_world.Input());

    private (string? Measured, string? Limit, string? Evidence) Describe(string id)
    {
        var result = Results().Single(r => r.Id == id);
        return (result.Measured, result.Limit, result.Evidence);
    }

    private IReadOnlyList<CheckResult> Results() =>
        JsonSerializer
            .Deserialize(_world.Bucket.Read("checks/development/shop/r1/performance.json"), ContractsJson.Default.ComponentResults)!
            .Results;
}
