using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Completion;

public sealed class RejectReleaseTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_record_says_why_and_the_lock_is_free()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));

        var report = await RejectAsync(_world.Release);

        Assert.Equal(ReleaseStatus.Rejected, report.Status);
        var record = await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key);
        Assert.Equal((ReleaseStatus.Rejected, "too late", _world.Time.Now), (record!.Status, record.Failure, record.EndedAt));
        Assert.Equal(
            ("Release Rejected", "r1", "too late", _world.Time.Now),
            (report.Event.Type, report.Event.Detail.Id, report.Event.Detail.Failure, report.Event.Detail.EndedAt)
        );
        Assert.Equal(2, await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task The_lock_of_the_release_that_was_in_the_way_stays_held()
    {
        await _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r0"));

        await RejectAsync(World.ReleaseOf("r1"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => _world.Get<ReleaseLock>().AcquireAsync(World.ReleaseOf("r2")));
    }

    [Fact]
    public async Task The_record_of_another_execution_with_the_same_id_is_not_touched()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));

        await RejectAsync(_world.Release with { ExecutionArn = "another" });

        Assert.Equal(ReleaseStatus.InProgress, (await _world.Get<ReleaseLedger>().FindRecordAsync(_world.Release.Key))!.Status);
    }

    [Fact]
    public async Task A_request_that_could_not_be_read_is_rejected_too()
    {
        var report = await RejectAsync(null);

        Assert.Contains("\"Rejected\":1", Assert.Single(_world.Output), StringComparison.Ordinal);
        Assert.Equal(
            ("Release Rejected", "development", null),
            (report.Event.Type, report.Event.Detail.Environment, report.Event.Detail.Id)
        );

        Assert.Equal("Release rejected", report.Subject);
        Assert.Empty(_world.History.Events);
    }

    private Task<ReleaseReport> RejectAsync(ReleaseReference? release) =>
        _world
            .Get<RejectReleaseStep>()
            .RejectRelease(
                new RejectReleaseInput
                {
                    ExecutionArn = release?.ExecutionArn ?? "unprepared",
                    StartedAt = _world.Time.Now,
                    Error = new CaughtError(
                        "FunctionFailedException",
                        """{"errorType":"FunctionFailedException","errorMessage":"too late"}"""
                    ),
                    Release = release,
                }
            );
}
