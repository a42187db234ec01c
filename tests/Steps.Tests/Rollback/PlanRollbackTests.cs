using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Rollback;

public sealed class PlanRollbackTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_phases_go_backwards_so_that_users_get_the_old_versions_first()
    {
        _world.HasFunction("orders");
        await _world.ShiftAsync(Shop.Request(_world.Function("orders") with { MemorySize = 512 }, _world.Function("added", "first code")));

        var groups = (await _world.PlanRollbackAsync()).Groups;

        Assert.Equal([JournalPhase.Traffic, JournalPhase.Functions, JournalPhase.Adoption], groups.Select(g => g.Phase));
        Assert.Equal(["JOURNAL#70#alias:added:live", "JOURNAL#70#alias:orders:live"], groups[0].Entries);
        Assert.Equal(
            ["JOURNAL#50#function-code:orders", "JOURNAL#50#function-configuration:orders", "JOURNAL#50#function:added"],
            groups[1].Entries);
        Assert.Equal(["JOURNAL#10#alias:orders:live"], groups[2].Entries);
    }

    [Fact]
    public async Task Nothing_journaled_is_nothing_to_undo()
    {
        await _world.StartAsync(Shop.Request(_world.Function()));

        Assert.Empty((await _world.PlanRollbackAsync()).Groups);
    }

    [Fact]
    public async Task A_release_that_has_succeeded_is_not_undone_by_its_own_late_failure()
    {
        await _world.HasLiveFunctionAsync();
        await _world.CompleteAsync(Shop.Request(_world.Function()));

        Assert.Empty((await _world.PlanRollbackAsync()).Groups);
    }
}
