using CodeRipple.Agents;

namespace CodeRipple.Workflow.WorkloadTests.Agents;

public sealed class HistorianTests
{
    private readonly Historian _historian = new();

    [Fact]
    public void A_replacement_is_a_decision_with_a_record()
    {
        var report = _historian.Analyze(
            Given.Change(
                "Replace the queue by a stream\n\nConsumers must be able to read twice.",
                modified: ["infra/main.tf", "src/orders.py"]
            )
        );

        var record = Assert.Single(report.Proposals);
        Assert.Equal("docs/decisions/2026-11-20-replace-the-queue-by-a-stream.md", record.Path);
        Assert.Contains("## Decision\n\nConsumers must be able to read twice.", record.Content, StringComparison.Ordinal);
        Assert.Contains("- Something is replaced by something else.", record.Content, StringComparison.Ordinal);
        Assert.Equal(50, report.Significance);
    }

    [Theory]
    [InlineData("Add a button", "src/view.ts")]
    [InlineData("Fix a crash", "src/start.cs")]
    public void Everyday_work_needs_no_record(string message, string file)
    {
        var report = _historian.Analyze(Given.Change(message, modified: [file]));

        Assert.Empty(report.Proposals);
        Assert.Contains("No decision that needs a record.", report.Findings);
    }

    [Fact]
    public void A_record_that_came_with_the_push_is_enough()
    {
        var report = _historian.Analyze(
            Given.Change("feat!: new ids", modified: ["schemas/order.json"], added: ["docs/adr/0007-new-ids.md"])
        );

        Assert.Empty(report.Proposals);
        Assert.Contains("The push brings its own decision record: docs/adr/0007-new-ids.md.", report.Findings);
    }

    [Fact]
    public void Many_signals_together_end_at_one_hundred()
    {
        var report = _historian.Analyze(
            Given.Change(
                "feat!: replace everything",
                added: ["src/new.cs", "schemas/new.json"],
                modified: ["package.json", "template.yaml"],
                removed: ["src/old.cs"]
            )
        );

        Assert.Equal(100, report.Significance);
    }
}
