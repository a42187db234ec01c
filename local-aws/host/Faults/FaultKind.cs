namespace CodeRipple.Workflow.LocalAws.Faults;

public enum FaultKind
{
    /// <summary>The service's own throttling error. Nothing happens.</summary>
    Throttle,

    /// <summary>The service's own internal error, 500. Nothing happens.</summary>
    Error,

    /// <summary>No answer until the caller gives up. Nothing happens.</summary>
    Timeout,

    /// <summary>The call takes effect, then the connection is cut before the answer.</summary>
    ReplyLost,

    /// <summary>Access denied. Nothing happens.</summary>
    AccessDenied,

    /// <summary>
    /// The call waits until the fault is removed, and takes effect only then. Nothing happens when the caller gives up before, or when
    /// the limit for unanswered calls is over.
    /// </summary>
    Delayed,
}
