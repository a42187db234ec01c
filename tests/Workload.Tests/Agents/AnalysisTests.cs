using CodeRipple.Agents;
using CodeRipple.Changes;
using CodeRipple.Documents;

namespace CodeRipple.Workflow.WorkloadTests.Agents;

public sealed class AnalysisTests
{
    private static Push Example => Webhook.Read(Given.Json(Given.Webhook))!;

    [Fact]
    public void Every_agent_reports_once()
    {
        var analysis = Analysis.Of(Example, AllAgents.Enabled(null), leastQuality: 0);

        Assert.Equal(["tourist_guide", "building_inspector", "historian"], analysis.Reports.Select(report => report.Agent));
        Assert.False(analysis.AiPowered);
    }

    [Fact]
    public void Agents_are_enabled_by_name()
    {
        Assert.Equal(["historian", "tourist_guide"], AllAgents.Enabled("historian, tourist_guide").Select(agent => agent.Name));

        var problem = Assert.Throws<UnknownAgentException>(() => AllAgents.Enabled("plumber"));
        Assert.Equal("There is no agent 'plumber'. Known agents: tourist_guide, building_inspector, historian.", problem.Message);
    }

    [Fact]
    public void Proposals_of_too_little_quality_are_left_out_and_counted()
    {
        var analysis = Analysis.Of(Example, AllAgents.Enabled("tourist_guide"), leastQuality: 100);

        var report = Assert.Single(analysis.Reports);
        Assert.Empty(report.Proposals);
        Assert.Contains("1 proposals were left out: quality below 100.", report.Findings);
    }

    [Fact]
    public void A_commit_that_explains_itself_and_names_many_files_makes_a_better_document()
    {
        var poor = new TouristGuide().Analyze(Given.Change("Add search", added: ["src/search.py"])).Proposals[0];
        var rich = new TouristGuide()
            .Analyze(Given.Change("Add search\n\nBy words and by time.", added: ["src/search.py", "src/index.py", "src/api/find.py"]))
            .Proposals[0];

        Assert.Equal(60, poor.Quality);
        Assert.Equal(100, rich.Quality);
    }

    [Fact]
    public void The_document_shows_the_weightiest_report_first_with_each_proposal_as_a_quotation()
    {
        var document = DocumentationUpdate.Write(
            new Analysis(
                "o/r",
                "abc",
                false,
                [
                    new AgentReport("historian", 10, ["Nothing."], []),
                    new AgentReport(
                        "tourist_guide",
                        40,
                        ["New."],
                        [new Proposal("docs/a.md", ProposalAction.Create, "A", "It is missing.", "# A\n\nText.\n", 80)]
                    ),
                ]
            )
        );

        Assert.Equal(
            """
            # Documentation update for o/r

            Commit abc: 1 proposal of 2 agents.

            ## Tourist guide (significance 40)

            - New.

            ### Create `docs/a.md`

            It is missing.

            > # A
            >
            > Text.

            ## Historian (significance 10)

            - Nothing.

            """,
            document
        );
    }
}
