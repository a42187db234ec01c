namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Local code to be packaged.</summary>
/// <param name="Path">A project, a folder or a zip; a full path.</param>
/// <param name="StepRuntime">The MSBuild property of this name, for the one project that has it.</param>
internal sealed record BuildTarget(string Path, string? StepRuntime = null);
