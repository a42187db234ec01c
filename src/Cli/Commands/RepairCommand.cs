using System.CommandLine;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Workloads;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Brings any half-way state to the last good release, and says what it found.</summary>
internal sealed class RepairCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _application = CommonOptions.Application();
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _region = CommonOptions.Region();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what is wrong and what would be done." };

    public RepairCommand(Screen screen)
        : base("repair", "Bring whatever was left half-way back to the last good release.", "coderipple repair --dry-run", "coderipple repair --application shop --environment production")
    {
        _screen = screen;
        foreach (var option in new Option[] { _application, _environment, _region, _dryRun })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var application = WorkloadFile.ApplicationOr(input.GetValue(_application));
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(_environment)!, cancellationToken);
        var repair = new Repair(machine, _screen, input.GetValue(_dryRun));
        var findings = new List<RepairFinding>();
        foreach (var step in new Func<string, CancellationToken, IAsyncEnumerable<RepairFinding>>[] { repair.FinishAsync, repair.FreeLockAsync, repair.BringBackAsync })
        {
            await foreach (var finding in step(application, cancellationToken))
            {
                findings.Add(finding);
                _screen.RepairFound(finding);
            }

            // What could not be brought to an end stands in the way of the rest.
            if (findings.Any(f => f.Outcome is not (ExitCode.Done or null)))
                break;
        }

        _screen.Repaired(application, machine.Environment, findings);
        return findings.Select(f => f.Outcome).FirstOrDefault(o => o is not (ExitCode.Done or null)) ?? ExitCode.Done;
    }
}
