using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Fakes;

namespace CodeRipple.Workflow.Store.Tests;

/// <summary>The store of a release machine, with table and bucket in memory.</summary>
internal sealed class StoreInMemory
{
    public StoreInMemory()
    {
        Table = new FakeLedger(History);
        Objects = new FakeBucket(History);
        Store = Open();
    }

    public History History { get; } = new();

    public FakeTime Time { get; } = new();

    public FakeLedger Table { get; }

    public FakeBucket Objects { get; }

    public FakeKeys Keys { get; } = new();

    public ReleaseStore Store { get; }

    /// <summary>The same store, as another process sees it.</summary>
    public ReleaseStore Open() =>
        new(Table.Client, Objects.Client, Keys.Client, new StoreSettings("ledger", FakeBucket.Name, FakeKeys.Arn), Time);

    public static ReleaseReference ReleaseOf(string id) =>
        new()
        {
            Id = id,
            Application = "shop",
            Environment = "development",
            PlanUri = $"s3://releases/plans/development/shop/{id}.json",
            ExecutionArn = $"arn:aws:states:us-west-2:123456789012:execution:release:{id}",
        };

    /// <summary>Registers a release as one that has just begun.</summary>
    public Task<ReleaseRecord> RegisterAsync(string id)
    {
        var release = ReleaseOf(id);
        var record = new ReleaseRecord
        {
            Id = release.Id,
            Application = release.Application,
            Environment = release.Environment,
            Status = ReleaseStatus.InProgress,
            ExecutionArn = release.ExecutionArn,
            StartedAt = Time.Now,
            PlanUri = release.PlanUri,
        };
        return Store.Ledger.RegisterAsync(record, release);
    }
}
