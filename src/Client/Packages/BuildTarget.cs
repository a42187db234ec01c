namespace CodeRipple.Workflow.Client.Packages;

/// <summary>Local code to be packaged.</summary>
/// <param name="Path">A project, a folder or a zip; a full path.</param>
/// <param name="Runtime">What the steps run on, for the project of the steps; null for others.</param>
internal sealed record BuildTarget(string Path, string? Runtime = null);
