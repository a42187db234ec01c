using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Preparation;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class AdoptableTriggersTests
{
    private static readonly IReadOnlyList<PlannedTrigger> Triggers =
    [
        new(TriggerKind.RuleTarget, "default/shop-nightly/t", "orders", null),
        new(TriggerKind.RuleTarget, "shop-bus/nightly/t", "orders", null),
        new(TriggerKind.Schedule, "shop-group/hourly", "orders", null),
        new(TriggerKind.EventSourceMapping, "0a1b", "orders", null),
    ];

    [Fact]
    public void What_the_permissions_of_the_stack_do_not_reach_is_said_in_the_plan()
    {
        var errors = AdoptableTriggers.FindErrors(Triggers, Settings("shop-")).ToList();

        Assert.Equal(["shop-bus/nightly/t", "shop-group/hourly"], errors.Select(e => e.Problem.Split(' ')[0]));
        Assert.Contains("the TriggerPrefix of stack ledger", errors[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_prefix_any_name_is_right() => Assert.Empty(AdoptableTriggers.FindErrors(Triggers, Settings("")));

    private static StepSettings Settings(string prefix) => new("development", "releases", "ledger", "shop-") { TriggerPrefix = prefix };
}
