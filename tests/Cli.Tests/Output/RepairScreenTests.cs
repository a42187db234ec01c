using CodeRipple.Workflow.Client.Repairs;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class RepairScreenTests : IDisposable
{
    private readonly TestScreen _screen = new();

    public void Dispose() => _screen.Dispose();

    [Fact]
    public void Nothing_to_repair_is_said()
    {
        _screen.Screen.Output.Repaired("shop", "staging", []);

        Assert.Equal(
            "Nothing to repair: shop in staging is as its last good release left it, and nobody holds the lock.",
            _screen.Output.Trim()
        );
    }

    [Fact]
    public void What_was_found_and_what_was_done_is_said()
    {
        var finding = new RepairFinding("Release r1 was interrupted before it finished.", "It would be rolled back.", Outcome: null);

        _screen.Screen.Output.RepairFound(finding);
        _screen.Screen.Output.Repaired("shop", "staging", [finding]);

        Assert.Equal("Release r1 was interrupted before it finished.\n  It would be rolled back.", _screen.Output.Trim());
    }
}
