using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Diagnosis;
using CodeRipple.Workflow.Client.Output;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Says what stands in the way of a first installation or release.</summary>
internal sealed class DoctorCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _region = CommonOptions.Region();

    public DoctorCommand(Screen screen)
        : base(
            "doctor",
            "Look at what an installation and a release need: tools, credentials, region, limits, permissions. Exit code 0: nothing is in the way; 1: something is.",
            "coderipple doctor",
            "coderipple doctor --environment production --json"
        )
    {
        _screen = screen;
        Options.Add(_environment);
        Options.Add(_region);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var doctor = new Doctor(new ProgramsOnPath(), input.GetValue(_environment)!);
        var findings = await doctor.DiagnoseAsync(input.GetValue(_region), cancellationToken);
        _screen.Output.Diagnosed(findings);
        return findings.Any(f => f.Blocks) ? ExitCode.Failed : ExitCode.Done;
    }
}
