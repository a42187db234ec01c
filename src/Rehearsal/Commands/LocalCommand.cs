using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;

namespace CodeRipple.Workflow.Rehearsal.Commands;

internal sealed class LocalCommand : Command
{
    public LocalCommand(Screen screen, Signals signals)
        : base(RehearsalCommands.Local, RehearsalCommands.LocalDescription)
    {
        Subcommands.Add(new LocalUpCommand(screen));
        Subcommands.Add(new LocalExecCommand(screen, signals));
    }
}
