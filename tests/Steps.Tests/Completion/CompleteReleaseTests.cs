using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Validation;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

public sealed class CompleteReleaseTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync("orders");
        await _world.HasLiveFunctionAsync("stock", code: "same code");
        await _world.ShiftAsync(
            Shop.Request(_world.Function("orders", "new code", "shared"), _world.Function("stock", "same code")) with
            {
                Layers = [_world.Layer()],
                RequestedBy = "ann",
                Reason = "spring",
            }
        );
        await _world.Get<ConfigureMonitoringStep>().ConfigureMonitoring(_world.Input());
        _world.Time.Now += TimeSpan.FromMinutes(5);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_performance_that_could_not_be_judged_is_a_warning_in_message_and_manifest()
    {
        await _world
            .Get<CheckPerformanceStep>()
            .CheckPerformance(new PerformanceInput { Release = _world.Release, Since = DateTimeOffset.UnixEpoch });

        var report = await CompleteAsync();

        const string Warning = "the performance of function:orders was not judged, no data: 240 s after the shift CloudWatch knew no call";
        Assert.Contains($"Warnings:\n- {Warning}", report.Message, StringComparison.Ordinal);
        Assert.Contains(
            Warning,
            Encoding.UTF8.GetString(_world.Bucket.Read("manifests/development/shop/r1.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_failed_before_the_release_and_fails_still_is_a_warning_in_message_and_manifest()
    {
        const string Known = "failed before the release too: table.encrypted of table:orders: it is not";
        await _world.Get<ReleaseLedger>().RecordVerdictAsync(_world.Release, new InfrastructureVerdict(3, 0, [Known]));

        var report = await CompleteAsync();

        Assert.Contains($"- {Known}", report.Message, StringComparison.Ordinal);
        Assert.Contains(Known, Encoding.UTF8.GetString(_world.Bucket.Read("manifests/development/shop/r1.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_says_what_is_live_with_its_hashes()
    {
        await CompleteAsync();

        var manifest = JsonSerializer.Deserialize(
            _world.Bucket.Read("manifests/development/shop/r1.json"),
            ContractsJson.Default.Manifest
        )!;
        Assert.Equal(
            ("r1", "shop", "development", "live", "ann", "spring"),
            (manifest.Id, manifest.Application, manifest.Environment, manifest.Alias, manifest.RequestedBy, manifest.Reason)
        );
        Assert.Equal(TimeSpan.FromMinutes(5), manifest.CompletedAt - manifest.StartedAt);
        var layer = Assert.Single(manifest.Layers);
        Assert.Equal(new ManifestLayer("shared", _world.Lambda.LayerVersions("shared")[0], Shop.HashOf("layer"), Published: true), layer);
        var (orders, stock) = (manifest.Functions[0], manifest.Functions[1]);
        Assert.Equal(
            ("orders", "2", "1", Shop.HashOf("new code"), true),
            (orders.Name, orders.Version, orders.PreviousVersion, orders.CodeSha256, orders.Changed)
        );
        Assert.Equal([layer.VersionArn], orders.Layers);
        Assert.Equal(("stock", "1", "1", false), (stock.Name, stock.Version, stock.PreviousVersion, stock.Changed));
        Assert.Contains(manifest.AwsPackages, new[] { "nuget", "compat" });
    }

    [Fact]
    public async Task The_manifest_says_on_what_the_layers_were_proven()
    {
        var plan = await _world.Get<ReleaseBucket>().ReadPlanAsync(_world.Release);
        var probe = Assert.Single(plan.Probes);
        await _world.Get<ReleaseLedger>().RecordProofAsync(_world.Release, probe.Name, "python 3.11.7, x86_64");

        await CompleteAsync();

        var manifest = JsonSerializer.Deserialize(
            _world.Bucket.Read("manifests/development/shop/r1.json"),
            ContractsJson.Default.Manifest
        )!;
        var proof = Assert.Single(manifest.Proofs);
        Assert.Equal(["shared"], proof.Layers);
        Assert.Equal((probe.Runtime, probe.Architecture, "python 3.11.7, x86_64"), (proof.Runtime, proof.Architecture, proof.RanOn));
    }

    [Fact]
    public async Task The_record_points_to_the_manifest_and_the_release_is_current()
    {
        await CompleteAsync();

        var record = await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key);
        Assert.Equal((ReleaseStatus.Succeeded, _world.Time.Now), (record!.Status, record.EndedAt));
        Assert.Equal("s3://releases/manifests/development/shop/r1.json", record.ManifestUri);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(_world.Bucket.Read("manifests/development/shop/r1.json"))),
            record.ManifestSha256
        );
        Assert.Equal("r1", (await _world.Get<ReleaseLedger>().FindCurrentAsync(_world.Release))!.Id);
        Assert.Equal(2, await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task Systems_learn_where_the_manifest_is()
    {
        var reported = (await CompleteAsync()).Event;

        Assert.Equal("Release Succeeded", reported.Type);
        Assert.StartsWith(
            """{"application":"shop","environment":"development","id":"r1","status":"Succeeded","executionArn":"arn:aws:states:""",
            JsonSerializer.Serialize(reported.Detail, ContractsJson.Default.ReleaseEventDetail),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("s3://releases/manifests/development/shop/r1.json", _world.Time.Now),
            (reported.Detail.ManifestUri, reported.Detail.EndedAt)
        );
        Assert.Null(reported.Detail.Failure);
    }

    [Fact]
    public async Task A_second_delivery_ends_the_same_way()
    {
        var first = await CompleteAsync();

        Assert.Equal(first.Message, (await CompleteAsync()).Message);
        Assert.Single(_world.Output);
        Assert.Equal("r1", (await _world.Get<ReleaseLedger>().FindCurrentAsync(_world.Release))!.Id);
    }

    [Fact]
    public async Task Every_difference_between_the_release_and_what_is_live_is_reported_and_nothing_is_marked()
    {
        _world.Lambda.HasAlias("orders", "1", ("2", 0.5));
        _world.Lambda.Versions("stock")[0].MemorySize = 1024;

        var error = await Assert.ThrowsAsync<ReleaseNotLiveException>(CompleteAsync);

        Assert.Equal(
            """
            Release r1 is not what is live:
            - orders:live points to 1 and others, expected 2 alone
            - orders version 1 has other code than the release
            - stock version 1 differs from the release in memorySize
            """,
            error.Message
        );
        Assert.Equal(ReleaseStatus.InProgress, (await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key))!.Status);
        Assert.Null(await _world.Get<ReleaseLedger>().FindCurrentAsync(_world.Release));
        Assert.Null(_world.Bucket.Find("manifests/development/shop/r1.json"));
    }

    [Fact]
    public async Task Alarms_and_a_log_retention_that_are_not_as_the_release_set_them_are_reported()
    {
        _world.Watch.Alarm("orders-errors")!.Threshold = 1000;
        _world.Watch.Alarm("orders-throttles")!.ActionsEnabled = false;
        await _world.Watch.Client.DeleteAlarmsAsync(new() { AlarmNames = ["stock-duration"] });
        _world.Logs.Has("/aws/lambda/stock", null);

        var error = await Assert.ThrowsAsync<ReleaseNotLiveException>(CompleteAsync);

        Assert.Equal(
            """
            Release r1 is not what is live:
            - alarm orders-errors is not as the release requires
            - alarm orders-throttles is not as the release requires
            - alarm stock-duration is not as the release requires
            - retention of /aws/lambda/stock is not as the release requires
            """,
            error.Message
        );
    }

    [Fact]
    public async Task A_share_of_the_traffic_elsewhere_is_not_the_release()
    {
        _world.Lambda.HasAlias("orders", "2", ("1", 0.1));

        var error = await Assert.ThrowsAsync<ReleaseNotLiveException>(CompleteAsync);

        Assert.EndsWith("- orders:live points to 2 and others, expected 2 alone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_alias_is_reported()
    {
        await _world.Lambda.Client.DeleteAliasAsync(new() { FunctionName = "orders", Name = "live" });

        var error = await Assert.ThrowsAsync<ReleaseNotLiveException>(CompleteAsync);

        Assert.EndsWith("- orders has no alias live", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_lost_its_lock_is_not_marked()
    {
        await _world.LoseLockAsync();

        await Assert.ThrowsAsync<LockLostException>(CompleteAsync);

        Assert.Empty(_world.History.Events);
        Assert.Null(await _world.Get<ReleaseLedger>().FindCurrentAsync(_world.Release));
    }

    [Fact]
    public async Task A_release_that_changes_nothing_succeeds_but_the_rollback_target_stays_the_earlier_one()
    {
        await CompleteAsync();
        var again = (await _world.ReadPlanAsync()).Request with { Id = "r2" };

        var report = await _world.CompleteAsync(again);

        Assert.Equal(ReleaseStatus.Succeeded, report.Status);
        Assert.StartsWith("Release r2 of shop changed nothing", report.Message, StringComparison.Ordinal);
        Assert.Equal("r1", (await _world.Get<ReleaseLedger>().FindCurrentAsync(_world.Release))!.Id);
        Assert.Equal(ReleaseStatus.Succeeded, (await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key))!.Status);
    }

    private Task<ReleaseReport> CompleteAsync() => _world.Get<CompleteReleaseStep>().CompleteRelease(_world.Input());
}
