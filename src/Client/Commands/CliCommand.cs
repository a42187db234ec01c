using System.CommandLine;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>A command with examples for its help.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(async (input, cancellationToken) => (int)await RunAsync(input, cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; }

    protected abstract Task<ExitCode> RunAsync(ParseResult input, CancellationToken cancellationToken);
}
