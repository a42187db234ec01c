using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

/// <summary>A release of 60 functions and its rollback, against the quotas of an account.</summary>
public sealed class LargeReleaseTests : IAsyncLifetime, IDisposable
{
    // The Maps of the state machines, and SIDE_BY_SIDE of the steps in them.
    private const int Lanes = 5,
        SideBySideOfUpdates = 15,
        SideBySideOfReverts = 5;

    private static readonly string[] Names = [.. Enumerable.Range(1, 60).Select(i => $"orders-{i}")];

    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        foreach (var name in Names)
            await _world.HasLiveFunctionAsync(name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_plan_of_60_functions_is_not_throttled()
    {
        var account = await AloneAsync("PlanRelease", StartAsync);

        Assert.Empty(account.Throttled);
        Assert.InRange(account.End, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_updates_of_60_functions_are_not_throttled()
    {
        await StartAsync();
        var updates = new List<StepCalls[]>();
        foreach (var name in Names)
            updates.Add([.. await UpdateAsync(name)]);

        var account = InLanes(SideBySideOfUpdates, updates);

        Assert.Empty(account.Throttled);
        Assert.InRange(account.End, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Monitoring_and_a_stage_of_the_traffic_shift_of_60_functions_are_not_throttled()
    {
        await StartAsync();
        foreach (var name in Names)
            await UpdateAsync(name);

        var monitoring = await AloneAsync("ConfigureMonitoring", ConfigureMonitoringAsync);
        var shift = await AloneAsync("ShiftTraffic", ShiftAsync);

        Assert.Empty(monitoring.Throttled);
        Assert.Empty(shift.Throttled);
        Assert.InRange(shift.End, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_rollback_of_60_functions_is_not_throttled()
    {
        await StartAsync();
        foreach (var name in Names)
            await UpdateAsync(name);
        await ShiftAsync();
        var plan = await _world.PlanRollbackAsync();

        foreach (var group in plan.Groups)
        {
            var reverts = new List<StepCalls[]>();
            foreach (var entry in group.Entries)
                reverts.Add([await RevertAsync(plan.Release, entry)]);
            Assert.Empty(InLanes(SideBySideOfReverts, reverts).Throttled);
        }

        Assert.All(Names, name => Assert.Equal("1", _world.Lambda.Target(name)));
        Assert.Empty((await AloneAsync("VerifyRollback", _world.VerifyAsync)).Throttled);
    }

    private Task StartAsync() => _world.StartAsync(Shop.Request([.. Names.Select(n => _world.Function(n) with { MemorySize = 256 })]));

    private async Task<IReadOnlyList<StepCalls>> UpdateAsync(string name) =>
        [
            await StepCalls.OfAsync(
                _world,
                "UpdateConfiguration",
                () => _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input(name))
            ),
            await StepCalls.OfAsync(_world, "UpdateCode", () => _world.Get<UpdateCodeStep>().UpdateCode(_world.Input(name))),
            await StepCalls.OfAsync(_world, "PublishVersion", () => _world.Get<PublishVersionStep>().PublishVersion(_world.Input(name))),
        ];

    private Task ConfigureMonitoringAsync() => _world.Get<ConfigureMonitoringStep>().ConfigureMonitoring(_world.Input());

    private Task ShiftAsync() => _world.Get<ShiftTrafficStep>().ShiftTraffic(_world.Stage(0));

    private Task<StepCalls> RevertAsync(ReleaseReference release, string entry) =>
        StepCalls.OfAsync(
            _world,
            "RevertChange",
            () => _world.Get<RevertChangeStep>().RevertChange(new ItemInput { Release = release, Name = entry })
        );

    private async Task<PacedAccount> AloneAsync(string step, Func<Task> run)
    {
        var account = new PacedAccount();
        account.Takes(sideBySide: 1, [await StepCalls.OfAsync(_world, step, run)]);
        return account;
    }

    private static PacedAccount InLanes(int sideBySide, IReadOnlyList<StepCalls[]> items)
    {
        var account = new PacedAccount();
        for (var lane = 0; lane < Lanes; lane++)
            account.Takes(sideBySide, items.Where((_, i) => i % Lanes == lane).SelectMany(steps => steps));
        return account;
    }
}
