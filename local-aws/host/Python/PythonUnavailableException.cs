namespace CodeRipple.Workflow.LocalAws.Python;

/// <summary>No Python can run the local AWS, and none could be set up. The message ends with the one command that fixes it.</summary>
public sealed class PythonUnavailableException(string message) : Exception(message);
