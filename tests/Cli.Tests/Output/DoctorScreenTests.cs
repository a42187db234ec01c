using System.Text.Json.Nodes;
using CodeRipple.Workflow.Client.Diagnosis;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class DoctorScreenTests
{
    private static readonly Finding[] Findings =
    [
        Finding.Advice("Python", "not there", "Install it."),
        Finding.Fine(".NET SDK", "10.0.401"),
        Finding.Obstacle("Region", "none is set", "Set AWS_REGION."),
    ];

    [Fact]
    public void What_is_fine_takes_a_line_and_what_is_in_the_way_comes_with_its_remedy()
    {
        using var screen = new TestScreen();

        screen.Screen.Output.Diagnosed(Findings);

        Assert.Equal("✓ .NET SDK: 10.0.401\n✗ Region: none is set\n  Set AWS_REGION.\n! Python: not there\n  Install it.\n", screen.Output);
    }

    [Fact]
    public void Programs_get_every_finding()
    {
        using var screen = new TestScreen(json: true);

        screen.Screen.Output.Diagnosed(Findings);

        var findings = JsonNode.Parse(screen.Output)!.AsArray();
        Assert.Equal(["Python", ".NET SDK", "Region"], findings.Select(f => (string)f!["subject"]!));
        Assert.Equal("Set AWS_REGION.", (string?)findings[2]!["remedy"]);
        Assert.Null(findings[1]!["remedy"]);
    }
}
