namespace CodeRipple.Workflow.Client;

/// <summary>Something the user can fix; shown as one sentence, without a stack trace.</summary>
internal class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
