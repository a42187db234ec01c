using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Health;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Checks the infrastructure of what is live, now.</summary>
internal sealed class CheckCommand : MachineCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _application = new("--application")
    {
        Description = "The application. [default: every one that is live]",
    };

    public CheckCommand(Screen screen)
        : base(
            "check",
            "Check the infrastructure of what is live: functions, tables, rules, events, APIs, monitoring, security. Exit code 0: healthy; 1: a check failed; 2: nothing could be checked.",
            "coderipple check",
            "coderipple check --environment production --application shop --json"
        )
    {
        _screen = screen;
        AddOptions(_application, Environment, Region);
    }

    protected override async Task<ExitCode> RunAsync(ReleaseMachine machine, ParseResult input, CancellationToken cancellationToken)
    {
        using var progress = _screen.FollowCheck(machine.Environment);
        var application = input.GetValue(_application);
        var states = await new HealthChecks(machine).RunAsync(ReleaseIds.New("check"), application, progress, cancellationToken);
        _screen.Output.Health(states);
        return states.All(s => s.Failing.Count == 0) ? ExitCode.Done : ExitCode.Failed;
    }
}
