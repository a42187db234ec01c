using System.CommandLine;
using System.Diagnostics;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.Rehearsal.Local;

namespace CodeRipple.Workflow.Rehearsal.Commands;

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
            "Start the local AWS, run one command against it, and stop. The exit code is the command's.",
            "coderipple local exec -- aws stepfunctions list-state-machines",
            "coderipple local exec -- bash"
        )
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
            input.GetValue(_environment)!,
            StepRuntime.Choose(input.GetValue(_steps)),
            new LocalAwsOptions(),
            _screen,
            cancellationToken
        );
        string[] command = input.GetValue(_command)!;
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false };
        stack.Host.ApplyTo(start.Environment);
        // Marked like the local AWS's own processes, so that it goes with them should this program be killed.
        start.Environment["LOCAL_AWS_ID"] = stack.Host.Id;
        return (ExitCode)await WrappedCommand.RunAsync(start, _signals);
    }
}
