using CodeRipple.Workflow.Cli;

return (int)await CommandLine.RunAsync(args);
