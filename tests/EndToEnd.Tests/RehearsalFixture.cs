using CodeRipple.Workflow.Cli;
using CodeRipple.Workflow.Cli.Local;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>One local AWS with the release machine on it for all tests, and a good release of the workload.</summary>
public sealed class RehearsalFixture : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private readonly PythonWorkload _workload = new();
    private readonly StringWriter _progress = new();
    private Rehearsal? _rehearsal;
    private int _releases;

    internal Rehearsal Rehearsal => _rehearsal!;

    /// <summary>What the screen showed, for the message of a failed test.</summary>
    internal string Progress => _progress.ToString();

    public async Task InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var screen = new Screen(Screen.CreateConsole(_progress, default), Screen.CreateConsole(_progress, default), json: false, TimeProvider.System);
        _rehearsal = await Rehearsal.StartAsync(WorkloadFile.Open(_workload.Description), "development", screen, deadline.Token);
        var first = await ReleaseAsync(Rehearsal.Release);
        Assert.True(first.Status == ReleaseStatus.Succeeded, Progress);
    }

    public async Task DisposeAsync()
    {
        if (_rehearsal is not null)
            await _rehearsal.DisposeAsync();
    }

    public void Dispose()
    {
        _progress.Dispose();
        _workload.Dispose();
    }

    internal async Task<ReleaseOutcome> ReleaseAsync(ReleaseDraft draft)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        return await Rehearsal.Releaser.ReleaseAsync($"release-{++_releases}", "test", draft, deadline.Token);
    }
}

[CollectionDefinition(Name)]
public sealed class OneRehearsal : ICollectionFixture<RehearsalFixture>
{
    public const string Name = "rehearsal";
}
