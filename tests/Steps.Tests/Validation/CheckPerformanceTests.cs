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
    public async Task Metrics_that_are_not_there_yet_are_waited_for_and_then_judged()
    {
        var error = await Assert.ThrowsAsync<MetricsPendingException>(() => CheckAsync(after: 239));
        Assert.Equal("CloudWatch has no duration yet of orders version 2; it is waited for 240 s at the most", error.Message);

        _world.Watch.Took("orders:2", null, average: 270, p95: 290, calls: 2);

        await Assert.ThrowsAsync<CheckFailedException>(() => CheckAsync(after: 239));
    }

    [Fact]
    public async Task Metrics_that_never_come_are_said_and_let_the_release_go_on_unless_it_demands_them()
    {
        const string NoData = "no data: 240 s after the shift CloudWatch knew no call of version 2";
        var summary = await CheckAsync(after: 240);

        Assert.Equal((1, 0, 3), (summary.Passed, summary.Failed, summary.Skipped));
        Assert.Equal((null, "200 ms", $"{NoData}; by performance.onNoMetrics the release went on"), Describe("performance.average"));
        Assert.Equal(
            [$"the performance of function:orders was not judged, {NoData}; by performance.onNoMetrics the release went on"],
            summary.Warnings
        );

        await DemandMetricsAsync();
        var error = await Assert.ThrowsAsync<CheckFailedException>(() => CheckAsync(after: 240));
        Assert.Contains($"performance.average of function:orders: {NoData} Next: Give", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_through_an_alias_without_weights_count_from_the_minute_after_the_shift()
    {
        _world.Watch.Took("orders:2", null, average: 10, p95: 10, calls: 2);
        _world.CloudWatch.Took(_world.Time.Now, "orders", average: 9000, p95: 9000, calls: 50);
        _world.CloudWatch.Took(_world.Time.Now.AddMinutes(1), "orders", average: 100, p95: 300, calls: 10);
        _world.CloudWatch.Took(_world.Time.Now.AddMinutes(2), "orders", average: 160, p95: 600, calls: 20);
        _world.Time.Now += TimeSpan.FromMinutes(4);

        await CheckAsync();

        const string Calls = "30 calls of version 2 through live, the slowest 600 ms, the others 124 ms on average";
        Assert.Equal(("140 ms", "200 ms", Calls), Describe("performance.average"));
        Assert.Equal(("500 ms", "900 ms", Calls), Describe("performance.p95"));
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

    private Task<ComponentSummary> CheckAsync() => CheckAsync(after: 240);

    /// <param name="after">Seconds that the release has waited.</param>
    private Task<ComponentSummary> CheckAsync(int after) =>
        _world
            .Get<CheckPerformanceStep>()
            .CheckPerformance(new PerformanceInput { Release = _world.Release, Since = _world.Time.Now - TimeSpan.FromSeconds(after) });

    private async Task DemandMetricsAsync()
    {
        var plan = await _world.ReadPlanAsync();
        await _world.WritePlanAsync(
            plan with
            {
                Request = plan.Request with { Performance = plan.Request.Performance with { OnNoMetrics = "rollBack" } },
            }
        );
    }

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
