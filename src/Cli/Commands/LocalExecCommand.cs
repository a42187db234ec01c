using System.CommandLine;
using CodeRipple.Workflow.Cli.Local;
using CodeRipple.Workflow.Cli.Output;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>Runs the local AWS around one command.</summary>
internal sealed class LocalExecCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Signals _signals;
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _steps = CommonOptions.StepRuntime();
    private readonly Argument<string[]> _command = new("command")
    {
        Description = "The command and its arguments, after --.",
        Arity = ArgumentArity.OneOrMore,
    };

    public LocalExecCommand(Screen screen, Signals signals)
        : base(
            "exec",
            "Start it, run one command against it, and stop. The exit code is the command's.",
            "coderipple local exec -- aws stepfunctions list-state-machines",
            "coderipple local exec -- bash")
    {
        _screen = screen;
        _signals = signals;
        Arguments.Add(_command);
        Options.Add(_environment);
        Options.Add(_steps);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        await using var stack = await LocalInstallation.StartAsync(
            input.GetValue(_environment)!, StepRuntime.Choose(input.GetValue(_steps)), new LocalAwsOptions(), _screen, cancellationToken);
        return (ExitCode)await WrappedCommand.RunAsync(input.GetValue(_command)!, stack.Host, _signals);
    }
}
