using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Repairs;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Brings any half-way state to the last good release, and says what it found.</summary>
internal sealed class RepairCommand : ApplicationCommand
{
    private readonly Screen _screen;
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what is wrong and what would be done." };

    private readonly Option<string[]> _accept = CommonOptions.Accept();

    public RepairCommand(Screen screen)
        : base(
            "repair",
            "Bring what was left half-way back to the last good release.",
            "coderipple repair --dry-run",
            "coderipple repair --application shop --environment production"
        )
    {
        _screen = screen;
        AddOptions(Application, Environment, Region, _dryRun, _accept);
    }

    protected override async Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        string application,
        ParseResult input,
        CancellationToken cancellationToken
    )
    {
        var repair = new Repair(machine, _screen, input.GetValue(_dryRun), input.GetValue(_accept) ?? []);
        var findings = new List<RepairFinding>();
        foreach (
            var step in new Func<string, CancellationToken, IAsyncEnumerable<RepairFinding>>[]
            {
                repair.FinishAsync,
                repair.FreeLockAsync,
                repair.BringBackAsync,
            }
        )
        {
            await foreach (var finding in step(application, cancellationToken))
            {
                findings.Add(finding);
                _screen.Output.RepairFound(finding);
            }

            // What could not be brought to an end stands in the way of the rest.
            if (findings.Any(f => f.Outcome is not (ExitCode.Done or null)))
                break;
        }

        _screen.Output.Repaired(application, machine.Environment, findings);
        return findings.Select(f => f.Outcome).FirstOrDefault(o => o is not (ExitCode.Done or null)) ?? ExitCode.Done;
    }
}
