using CodeRipple.Agents;

namespace CodeRipple.Workflow.WorkloadTests.Agents;

public sealed class TouristGuideTests
{
    private readonly TouristGuide _guide = new();

    [Fact]
    public void A_new_capability_needs_a_guide()
    {
        var report = _guide.Analyze(Given.Change("Add sign-in with a key", added: ["src/auth.py"]));

        var proposal = Assert.Single(report.Proposals);
        Assert.Equal("docs/guides/sign-in-with-a-key.md", proposal.Path);
        Assert.Equal(ProposalAction.Create, proposal.Action);
        Assert.StartsWith("# How to use sign-in with a key\n", proposal.Content, StringComparison.Ordinal);
        Assert.Contains("- `src/auth.py` (added)", proposal.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_came_with_the_push_is_updated_instead()
    {
        var report = _guide.Analyze(
            Given.Change(
                "Add new feature for user authentication",
                added: ["src/auth.py", "docs/authentication.md"],
                modified: ["README.md"]
            )
        );

        var proposal = Assert.Single(report.Proposals);
        Assert.Equal("docs/authentication.md", proposal.Path);
        Assert.Equal(ProposalAction.Update, proposal.Action);
        Assert.Contains("The push brings documentation of its own: README.md, docs/authentication.md.", report.Findings);
    }

    [Theory]
    [InlineData("requirements.txt", "docs/guides/installation.md")]
    [InlineData("config/settings.yaml", "docs/guides/configuration.md")]
    public void Changed_requirements_and_settings_reach_their_guides(string file, string document) =>
        Assert.Equal(document, Assert.Single(_guide.Analyze(Given.Change("Tune", modified: [file])).Proposals).Path);

    [Fact]
    public void Users_are_reported_what_breaks_and_what_is_gone()
    {
        var report = _guide.Analyze(
            Given.Change("feat!: orders have new ids", modified: ["src/api/orders.py"], removed: ["src/api/legacy.py"])
        );

        var upgrade = Assert.Single(report.Proposals, proposal => proposal.Path == "docs/guides/upgrade.md");
        Assert.Contains("- `src/api/legacy.py` (removed)", upgrade.Content, StringComparison.Ordinal);
        Assert.Contains("Users must change something when they upgrade.", report.Findings);
        Assert.Contains("What users meet has changed, and no user documentation with it.", report.Findings);
        Assert.Equal(100, report.Significance);
    }

    [Theory]
    [InlineData("chore: format", "src/auth.py")]
    [InlineData("Correct a typo", "README.md")]
    public void Upkeep_changes_nothing_for_users(string message, string file)
    {
        var report = _guide.Analyze(Given.Change(message, modified: [file]));

        Assert.Empty(report.Proposals);
        Assert.Equal(0, report.Significance);
    }
}
