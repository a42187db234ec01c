using System.CommandLine;
using CodeRipple.Workflow.Cli.Output;

namespace CodeRipple.Workflow.Cli.Commands;

internal sealed class LocalCommand : Command
{
    public LocalCommand(Screen screen, Signals signals)
        : base("local", "An AWS on this machine with the release machine installed; no account needed.")
    {
        Subcommands.Add(new LocalUpCommand(screen));
        Subcommands.Add(new LocalExecCommand(screen, signals));
    }
}
