using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Releases;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>A command that talks to the release machine of an environment.</summary>
internal abstract class MachineCommand(string name, string description, params string[] examples) : CliCommand(name, description, examples)
{
    /// <summary>The environment whose machine it is.</summary>
    protected Option<string> Environment { get; } = CommonOptions.Environment();

    /// <summary>The region that it is installed in.</summary>
    protected Option<string?> Region { get; } = CommonOptions.Region();

    /// <summary>Adds options, in the order in which the help lists them.</summary>
    protected void AddOptions(params Option[] options)
    {
        foreach (var option in options)
            Options.Add(option);
    }

    /// <summary>Checks what it can before AWS is asked.</summary>
    /// <exception cref="UserErrorException">The command cannot be run as it is given.</exception>
    protected virtual void Check(ParseResult input) { }

    protected sealed override async Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        Check(input);
        using var clients = AwsClients.FromEnvironment(input.GetValue(Region));
        var machine = await ReleaseMachine.FindAsync(clients, input.GetValue(Environment)!, cancellationToken);
        return await RunAsync(machine, input, cancellationToken);
    }

    protected abstract Task<ExitCode> RunAsync(ReleaseMachine machine, ParseResult input, CancellationToken cancellationToken);
}
