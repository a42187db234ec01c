using System.Text.Json;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store.Tests;

public sealed class ReleaseStoreTests
{
    private readonly StoreInMemory _store = new();

    [Fact]
    public async Task The_checks_of_a_release_are_those_of_all_groups()
    {
        var record = await _store.RegisterAsync("r1");
        foreach (var group in new[] { "infrastructure", "performance" })
        {
            var uri = $"s3://releases/checks/{group}.json";
            await _store.Store.Ledger.RecordChecksAsync(StoreInMemory.ReleaseOf("r1"), new ComponentSummary(group, 1, 0, 0, uri, []));
            await _store.Store.Bucket.WriteAsync(
                $"checks/{group}.json",
                new ComponentResults
                {
                    Part = group,
                    At = _store.Time.Now,
                    Results = [Result(group)],
                },
                ContractsJson.Default.ComponentResults
            );
        }

        var found = await _store.Store.ReadChecksAsync(record, CancellationToken.None);

        Assert.Equal(["infrastructure", "performance"], found.Select(r => r.Component));
    }

    [Fact]
    public async Task A_release_that_did_not_succeed_has_no_manifest()
    {
        var record = await _store.RegisterAsync("r1");

        Assert.Null(await _store.Store.FindManifestAsync(record, CancellationToken.None));
        Assert.Null(await _store.Store.FindPlanAsync(record with { PlanUri = null }, CancellationToken.None));
    }

    [Fact]
    public async Task A_manifest_is_believed_only_as_the_release_wrote_it()
    {
        var record = await _store.RegisterAsync("r1");
        var manifest = new Manifest
        {
            Id = "r1",
            Application = "shop",
            Environment = "development",
            ExecutionArn = record.ExecutionArn,
            StartedAt = _store.Time.Now,
            CompletedAt = _store.Time.Now,
            Alias = "live",
            Layers = [],
            Functions = [],
        };
        var written = await _store.Store.Bucket.WriteAsync("manifests/r1.json", manifest, ContractsJson.Default.Manifest);
        record = record with { ManifestUri = "s3://releases/manifests/r1.json", ManifestSha256 = written.Hex };
        Assert.Equal("live", (await _store.Store.FindManifestAsync(record, CancellationToken.None))!.Alias);

        var other = await _store.Store.Bucket.WriteAsync(
            "manifests/r1.json",
            manifest with
            {
                Alias = "blue",
            },
            ContractsJson.Default.Manifest
        );
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _store.Store.FindManifestAsync(record, CancellationToken.None));

        Assert.Equal(
            $"s3://releases/manifests/r1.json is not what release r1 wrote: its SHA-256 is {other}, the record of the release says {written}. "
                + "Find out who changed it, and make the version with that SHA-256 the newest one again.",
            error.Message
        );
    }

    [Fact]
    public async Task Health_is_read_with_every_result_of_the_last_check()
    {
        var last = new HealthState
        {
            Application = "shop",
            Environment = "development",
            Release = "r1",
            Run = "h2",
            At = _store.Time.Now,
        };
        var table = new LedgerTable(_store.Table.Client, new StoreSettings("ledger", "releases"));
        await table.WriteAsync("APP#shop#development", "HEALTH", last, ContractsJson.Default.HealthState);
        var report = JsonSerializer.SerializeToUtf8Bytes(
            last with
            {
                Results = [Result("function:orders")],
            },
            ContractsJson.Default.HealthState
        );
        _store.Objects.Has("checks/development/shop/health/h2.json", report);

        var health = await _store.Store.FindHealthAsync("shop", "development", CancellationToken.None);

        Assert.Equal("function:orders", Assert.Single(health!.Results).Component);
        Assert.Null(await _store.Store.FindHealthAsync("library", "development", CancellationToken.None));
    }

    private static CheckResult Result(string component) =>
        new()
        {
            Id = "x",
            Component = component,
            Verdict = CheckVerdict.Passed,
            Evidence = "seen",
        };
}
