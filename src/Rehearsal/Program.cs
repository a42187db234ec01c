using CodeRipple.Workflow.Client.Commands;
using CodeRipple.Workflow.Rehearsal.Commands;

return (int)await CommandLine.RunAsync(args, RehearsalProgram.CreateRoot);
