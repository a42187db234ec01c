namespace CodeRipple.Workflow.LocalAws.Events;

/// <summary>A target did not take an event.</summary>
/// <param name="code">As EventBridge writes it into ERROR_CODE: NO_RESOURCE, NO_PERMISSIONS, THROTTLING, SDK_CLIENT_ERROR…</param>
/// <param name="isFinal">Another attempt cannot help: EventBridge sends the event to the dead-letter queue at once.</param>
internal sealed class TargetException(string code, string message, bool isFinal) : Exception(message)
{
    public string Code => code;
    public bool IsFinal => isFinal;
}
