using System.CommandLine;
using System.CommandLine.Help;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;

namespace CodeRipple.Workflow.Rehearsal.Commands;

/// <summary>The commands of coderipple that need the local AWS.</summary>
internal static class RehearsalProgram
{
    // Not a RootCommand, whose name is the file's: this program is a part of coderipple, and its help says so.
    public static Command CreateRoot(Screen screen, Signals signals) =>
        new("coderipple") { new RehearseCommand(screen), new LocalCommand(screen, signals), new HelpOption() };
}
