using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Workloads;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>A command about one application of an environment.</summary>
internal abstract class ApplicationCommand(string name, string description, params string[] examples)
    : MachineCommand(name, description, examples)
{
    /// <summary>The application; the workload file's when it is not given.</summary>
    protected Option<string?> Application { get; } = CommonOptions.Application();

    protected override void Check(ParseResult input) => ApplicationOf(input);

    protected sealed override Task<ExitCode> RunAsync(ReleaseMachine machine, ParseResult input, CancellationToken cancellationToken) =>
        RunAsync(machine, ApplicationOf(input), input, cancellationToken);

    protected abstract Task<ExitCode> RunAsync(
        ReleaseMachine machine,
        string application,
        ParseResult input,
        CancellationToken cancellationToken
    );

    private string ApplicationOf(ParseResult input) => WorkloadFile.ApplicationOr(input.GetValue(Application));
}
