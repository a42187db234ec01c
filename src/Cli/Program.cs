using CodeRipple.Workflow.Cli.Commands;
using CodeRipple.Workflow.Client.Commands;

// Nothing is parsed that another program parses again: a rehearsal starts sooner.
if (args is [RehearsalCommands.Rehearse or RehearsalCommands.Local, ..])
    ExternalCommand.TryReplaceProcess(RehearsalCommands.Program, args);
return (int)await CommandLine.RunAsync(args, Coderipple.CreateRoot);
