namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>moto did not start; the message ends with what it wrote to standard error.</summary>
public sealed class MotoStartException(string message, string errorTail)
    : Exception(errorTail.Length == 0 ? message + "." : $"{message}:\n{errorTail}");
