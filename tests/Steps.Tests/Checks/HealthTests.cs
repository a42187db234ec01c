using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>The health check around the checks: what is live, since when does what fail, who is notified.</summary>
public sealed class HealthTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();
    private readonly FakeChecks _checks = new();

    public Task InitializeAsync() => _world.CompleteAsync(Shop.Request(_world.Function("shop-orders")));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_is_live_is_found_with_its_parts()
    {
        var plan = await _world.Get<FindApplicationsStep>().FindApplications(new HealthCheckInput { Run = "health-1" });

        Assert.Equal(["r1"], plan.Releases.Select(r => r.Id));
        Assert.Equal(["functions-1", "monitoring-1", "security-1"], plan.Batches.Select(p => p.Name));
        Assert.All(plan.Batches, p => Assert.Equal("health-1", p.Run));
    }

    [Fact]
    public async Task An_application_that_is_not_live_is_not_checked()
    {
        var plan = await _world
            .Get<FindApplicationsStep>()
            .FindApplications(
                new HealthCheckInput
                {
                    Run = "health-1",
                    Request = new HealthCheckRequest { Application = "other" },
                }
            );

        Assert.Empty(plan.Releases);
    }

    [Fact]
    public async Task Healthy_is_not_reported()
    {
        var report = await CheckAsync("health-1");

        Assert.Equal((true, false, "Healthy: shop in development"), (report.IsHealthy, report.Notify, report.Subject));
    }

    [Fact]
    public async Task A_failure_is_reported_each_time_with_its_beginning_and_its_end_once()
    {
        _checks.Fails("table.encrypted", "AWS owned key", "KMS ENABLED");
        var first = await CheckAsync("health-1");
        _world.Time.Now += TimeSpan.FromDays(1);
        var second = await CheckAsync("health-2");
        _world.Time.Now += TimeSpan.FromDays(1);
        _checks.Says(CheckVerdict.Passed);
        var recovered = await CheckAsync("health-3");
        var well = await CheckAsync("health-4");

        Assert.Equal((true, "Unhealthy: shop in development (1 failed, 1 new)"), (first.Notify, first.Subject));
        Assert.Contains(
            "- NEW: table.encrypted of function:shop-orders [AWS owned key; expected KMS ENABLED]: it fails Next: fix it",
            first.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((true, "Unhealthy: shop in development (1 failed, 0 new)"), (second.Notify, second.Subject));
        Assert.Contains("- since 2026-11-21 10:00 UTC: table.encrypted", second.Message, StringComparison.Ordinal);
        Assert.Equal(
            (true, true, "Recovered: shop in development", "Health Check Recovered"),
            (recovered.IsHealthy, recovered.Notify, recovered.Subject, recovered.Event.Type)
        );
        Assert.Contains(
            "- table.encrypted of function:shop-orders, failed since 2026-11-21 10:00 UTC",
            recovered.Message,
            StringComparison.Ordinal
        );
        Assert.False(well.Notify);
    }

    [Fact]
    public async Task A_second_delivery_says_the_same()
    {
        _checks.Fails("table.encrypted");
        await CheckAsync("health-1");
        _world.Time.Now += TimeSpan.FromDays(1);

        var first = await CheckAsync("health-2");
        _world.Time.Now += TimeSpan.FromSeconds(5);

        Assert.Equal(first.Message, (await ReportAsync("health-2")).Message);
    }

    [Fact]
    public async Task Metrics_count_components_by_type_and_all_together()
    {
        _checks.Fails(CheckCatalog.TableAccessible.Id);

        await CheckAsync("health-1");

        var all = _world.Output.Select(m => JsonNode.Parse(m)!).Single(m => (string)m["Component"]! == "all");
        Assert.Equal(
            ("development", 1, 1, 1),
            ((string)all["Environment"]!, (int)all["Components"]!, (int)all["FailedComponents"]!, (int)all["UnavailableComponents"]!)
        );
        Assert.Equal(
            """[["Environment","Component"],["Environment","Application","Component"]]""",
            all["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]!.ToJsonString()
        );
        Assert.Contains(_world.Output, m => (string)JsonNode.Parse(m)!["Component"]! == "function");
    }

    [Fact]
    public async Task The_report_in_the_bucket_has_every_result()
    {
        await CheckAsync("health-1");

        var state = JsonSerializer.Deserialize(
            _world.Bucket.Read("checks/development/shop/health/health-1.json"),
            ContractsJson.Default.HealthState
        )!;
        Assert.Equal(("shop", "r1", 1), (state.Application, state.Release, state.Results.Count));
    }

    private async Task<HealthReport> CheckAsync(string run)
    {
        foreach (var part in (await _world.Get<FindApplicationsStep>().FindApplications(new HealthCheckInput { Run = run })).Batches)
            await new CheckInfrastructureStep(
                _world.Get<ReleaseBucket>(),
                _world.Get<ReleaseLedger>(),
                _world.Get<CheckRecords>(),
                FakeChecks.All(_checks),
                _world.Time
            ).CheckInfrastructure(part);
        return await ReportAsync(run);
    }

    private Task<HealthReport> ReportAsync(string run) =>
        new ReportHealthStep(
            _world.Get<ReleaseBucket>(),
            _world.Get<CheckRecords>(),
            _world.Get<HealthLedger>(),
            _world.Get<EmbeddedMetrics>(),
            _world.Time
        ).ReportHealth(
            new ReportHealthInput
            {
                Release = _world.Release,
                Run = run,
                ExecutionArn = "arn:execution",
            }
        );
}
