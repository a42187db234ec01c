using CodeRipple.Agents;

namespace CodeRipple.Workflow.WorkloadTests.Agents;

public sealed class BuildingInspectorTests
{
    private readonly BuildingInspector _inspector = new();

    [Fact]
    public void Components_are_documented_as_they_come_change_and_go()
    {
        var report = _inspector.Analyze(
            Given.Change(
                "Rework",
                added: ["src/billing/pay.py"],
                modified: ["src/auth/login.py"],
                removed: ["src/mail/send.py", "src/mail/queue.py"]
            )
        );

        Assert.Equal(
            ["docs/system/components/auth.md Update", "docs/system/components/billing.md Create", "docs/system/components/mail.md Archive"],
            report.Proposals.Select(proposal => $"{proposal.Path} {proposal.Action}")
        );
    }

    [Theory]
    [InlineData("package.json", "docs/system/dependencies.md")]
    [InlineData("template.yaml", "docs/system/deployment.md")]
    [InlineData(".github/workflows/build.yml", "docs/system/deployment.md")]
    [InlineData("schemas/order.json", "docs/system/interfaces.md")]
    public void Overviews_follow_the_files_they_describe(string file, string document) =>
        Assert.Contains(_inspector.Analyze(Given.Change("Change", modified: [file])).Proposals, proposal => proposal.Path == document);

    [Fact]
    public void A_component_that_changes_without_its_tests_is_pointed_out()
    {
        var report = _inspector.Analyze(Given.Change("Change", modified: ["src/auth.py", "src/billing.py", "tests/test_auth.py"]));

        Assert.Contains("Component billing changed and no test with it.", report.Findings);
        Assert.DoesNotContain("Component auth changed and no test with it.", report.Findings);
    }

    [Fact]
    public void The_same_push_gives_the_same_report()
    {
        var change = Given.Change("Add payment", added: ["src/pay.py", "src/api/pay.py"], modified: ["package.json"]);

        Assert.Equal(Text(_inspector.Analyze(change)), Text(_inspector.Analyze(change)));
    }

    private static string Text(AgentReport report) => System.Text.Json.JsonSerializer.Serialize(report, CodeRippleJson.Default.AgentReport);
}
