using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Tests.Fakes;

namespace CodeRipple.Workflow.Steps.Tests.Preparation;

public sealed class RisksTests
{
    private static readonly PlannedRisk Edited = new("edited:orders", "Somebody edited orders."),
        NotReversible = new("not-reversible:orders", "A layer of orders is gone.");

    [Fact]
    public void A_risk_that_the_request_does_not_accept_stops_the_release_and_says_its_name()
    {
        var error = Assert.Throws<RisksNotAcceptedException>(() => Risks.Accept(Request("edited:stock"), [NotReversible, Edited]));

        Assert.Equal([Edited, NotReversible], error.Risks);
        Assert.Contains("- A layer of orders is gone. (\"not-reversible:orders\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_risk_that_the_request_accepts_becomes_a_warning_and_only_that_one()
    {
        Assert.Equal(
            ["Accepted: Somebody edited orders.", "Accepted: A layer of orders is gone."],
            Risks.Accept(Request("not-reversible:orders", "edited:orders"), [NotReversible, Edited])
        );
        var error = Assert.Throws<RisksNotAcceptedException>(() => Risks.Accept(Request("edited:orders"), [NotReversible, Edited]));
        Assert.Equal([NotReversible], error.Risks);
    }

    private static ReleaseRequest Request(params string[] accept) => Shop.Request() with { Accept = accept };
}
