using System.CommandLine;
using System.Globalization;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.Rehearsal.Local;
using CodeRipple.Workflow.Rehearsal.Output;

namespace CodeRipple.Workflow.Rehearsal.Commands;

/// <summary>Runs the local AWS until it is asked to stop.</summary>
internal sealed class LocalUpCommand : CliCommand
{
    private readonly Screen _screen;
    private readonly Option<string> _environment = CommonOptions.Environment();
    private readonly Option<string?> _steps = CommonOptions.StepRuntime();
    private readonly Option<int> _port = new("--port") { Description = "Port on 127.0.0.1. [default: a free one]" };

    public LocalUpCommand(Screen screen)
        : base(
            "up",
            "Start the local AWS, install the stack, and run until Ctrl-C.",
            "coderipple local up",
            "coderipple local up --port 4566"
        )
    {
        _screen = screen;
        _port.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var port) && port is < 0 or > 65535)
                result.AddError("--port must be 0 to 65535.");
        });
        Options.Add(_port);
        Options.Add(_environment);
        Options.Add(_steps);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        await using var stack = await LocalInstallation.StartAsync(
            input.GetValue(_environment)!,
            StepRuntime.Choose(input.GetValue(_steps)),
            new LocalAwsOptions { Port = input.GetValue(_port) },
            _screen,
            cancellationToken
        );
        var screen = new RehearsalScreen(_screen);
        screen.Output.LocalUp(stack.Host.Endpoint, stack.Host.Region, stack.StackName, stack.Outputs, stack.Host.Environment);
        await Signals.WaitAsync(cancellationToken);
        screen.LocalStopping();
        return ExitCode.Done;
    }
}
