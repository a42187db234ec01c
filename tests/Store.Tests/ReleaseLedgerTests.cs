using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store.Tests;

public sealed class ReleaseLedgerTests
{
    private readonly StoreInMemory _store = new();

    private ReleaseLedger Ledger => _store.Store.Ledger;

    [Fact]
    public async Task A_release_is_registered_with_its_application_and_as_not_ended()
    {
        await _store.RegisterAsync("r1");

        Assert.Equal(ReleaseStatus.InProgress, (await Ledger.FindRecordAsync(new ReleaseKey("shop", "r1")))!.Status);
        Assert.Equal(["shop"], await Ledger.ApplicationsAsync("development"));
        Assert.Empty(await Ledger.ApplicationsAsync("production"));
        Assert.Equal(["r1"], (await _store.Store.Open.ListAsync()).Select(o => o.Release.Id));
    }

    [Fact]
    public async Task An_id_belongs_to_the_execution_that_came_first()
    {
        var first = await _store.RegisterAsync("r1");
        var other = StoreInMemory.ReleaseOf("r1") with { ExecutionArn = "arn:aws:states:us-west-2:123456789012:execution:release:other" };

        var answer = await Ledger.RegisterAsync(first with { ExecutionArn = other.ExecutionArn }, other);

        Assert.Equal(first.ExecutionArn, answer.ExecutionArn);
    }

    [Fact]
    public async Task The_history_has_the_newest_releases_first_over_several_pages()
    {
        foreach (var id in new[] { "r1", "r2", "r3", "r4", "r5" })
        {
            await _store.RegisterAsync(id);
            _store.Time.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal(["r5", "r4", "r3"], (await Ledger.HistoryAsync("shop", "development", 3)).Select(r => r.Id));
        Assert.Equal(["r5", "r4", "r3", "r2", "r1"], (await Ledger.HistoryAsync("shop", "development", 100)).Select(r => r.Id));
    }

    [Fact]
    public async Task A_release_that_ends_gives_its_lock_back_and_is_live()
    {
        var record = await _store.RegisterAsync("r1");
        var release = StoreInMemory.ReleaseOf("r1") with { Token = await _store.Store.Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };
        var ended = record with { Status = ReleaseStatus.Succeeded };

        await Ledger.CompleteAsync(release, [ended], Ledger.Current(release, ended));

        Assert.Equal("r1", (await Ledger.FindCurrentAsync("shop", "development"))!.Id);
        Assert.Equal(ReleaseStatus.Succeeded, (await Ledger.HistoryAsync("shop", "development", 1)).Single().Status);
        Assert.True((await _store.Store.Lock.FindAsync(release))!.IsFree);
    }

    [Fact]
    public async Task A_release_that_has_lost_its_lock_writes_nothing_of_its_end()
    {
        var record = await _store.RegisterAsync("r1");
        var release = StoreInMemory.ReleaseOf("r1") with { Token = await _store.Store.Lock.AcquireAsync(StoreInMemory.ReleaseOf("r1")) };
        await _store.Store.Lock.TakeOverAsync(release, "rollback");
        var ended = record with { Status = ReleaseStatus.Succeeded };

        await Assert.ThrowsAsync<LockLostException>(() => Ledger.CompleteAsync(release, [ended]));

        Assert.Equal(ReleaseStatus.InProgress, (await Ledger.FindRecordAsync(release.Key))!.Status);
    }

    [Fact]
    public async Task What_a_release_made_is_found_by_name()
    {
        var release = StoreInMemory.ReleaseOf("r1");
        await Ledger.RecordLayerAsync(release, "base", "arn:aws:lambda:us-west-2:123456789012:layer:base:3");
        await Ledger.RecordVersionAsync(release, "orders", "7");
        await Ledger.RecordColdStartAsync(release, "orders", 312.5);

        Assert.Equal("arn:aws:lambda:us-west-2:123456789012:layer:base:3", await Ledger.FindLayerAsync(release, "base"));
        Assert.Equal("7", await Ledger.VersionAsync(release, "orders"));
        Assert.Equal(312.5, await Ledger.FindColdStartAsync(release, "orders"));
        Assert.Null(await Ledger.FindLayerAsync(release, "orders"));
    }

    [Fact]
    public async Task Items_have_the_keys_that_releases_before_this_one_were_written_with()
    {
        var release = StoreInMemory.ReleaseOf("r1");
        await _store.RegisterAsync("r1");
        await _store.Store.Lock.AcquireAsync(release);
        await Ledger.RecordLayerAsync(release, "base", "arn");
        await Ledger.RecordVersionAsync(release, "orders", "7");
        await Ledger.RecordColdStartAsync(release, "orders", 1);
        await Ledger.RecordChecksAsync(release, new ComponentSummary("performance", 1, 0, 0, "s3://releases/x.json", []));

        Assert.Equal(
            [
                "APP#shop#development|LOCK",
                "APP#shop#development|RELEASE#2026-11-21T10:00:00.000Z#r1",
                "APPLICATIONS#development|APP#shop",
                "OPEN|arn:aws:states:us-west-2:123456789012:execution:release:r1",
                "RELEASE#shop#r1|CHECK#performance",
                "RELEASE#shop#r1|COLDSTART#orders",
                "RELEASE#shop#r1|LAYER#base",
                "RELEASE#shop#r1|RELEASE",
                "RELEASE#shop#r1|VERSION#orders",
            ],
            _store.Table.Keys("")
        );
    }
}
