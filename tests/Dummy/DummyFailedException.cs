namespace CodeRipple.Workflow.Dummy;

public sealed class DummyFailedException(string message, Exception? cause) : Exception(message, cause);
