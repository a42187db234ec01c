using System.CommandLine;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Client.Output;

namespace CodeRipple.Workflow.Cli.Commands;

/// <summary>The program's commands, in the order in which its help lists them.</summary>
internal static class Coderipple
{
    public static Command CreateRoot(Screen screen, Signals signals) =>
        new RootCommand("Releases Lambda layers and functions as one transaction, and rehearses releases on a local AWS.")
        {
            Rehearsed(RehearsalCommands.Rehearse, RehearsalCommands.RehearseDescription),
            new DoctorCommand(screen),
            new InstallCommand(screen, Console.In),
            new ReleaseCommand(screen),
            new WatchCommand(screen),
            new HistoryCommand(screen),
            new ReportCommand(screen),
            new RollbackCommand(screen),
            new RepairCommand(screen),
            new CheckCommand(screen),
            new FirstContactCommand(screen),
            Rehearsed(RehearsalCommands.Local, RehearsalCommands.LocalDescription),
            new SchemaCommand(screen),
        };

    private static ExternalCommand Rehearsed(string name, string description) => new(name, description, RehearsalCommands.Program);
}
