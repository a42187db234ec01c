using System.CommandLine;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Checks the infrastructure of what is live, now.</summary>
internal sealed class CheckCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string?> _application = new("--application") { Description = "The application. [default: every one that is live]" };
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _region = CommonOptions.Region();

    public CheckCommand(Screen screen)
        : base(
            "check",
            "Check the infrastructure of what is live: functions, tables, rules, events, APIs, monitoring, security. Exit code 0: all well; 1: something failed; 2: nothing could be checked.",
            "coderipple check",
            "coderipple check --environment production --application shop --json")
    {
        _screen = screen;
        foreach (var option in new Option[] { _application, _environment, _region })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        using var clients = AwsClients.FromEnvironment(input.GetValue(_region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(_environment)!, cancellationToken);
        var states = await new HealthChecks(machine, _screen).RunAsync(ReleaseCommand.NewId("check"), input.GetValue(_application), cancellationToken);
        _screen.Health(states);
        return states.All(s => s.Failing.Count == 0) ? ExitCode.Done : ExitCode.Failed;
    }
}
