namespace CodeRipple.Workflow.LocalAws.Calls;

/// <summary>One API call that reached the local AWS.</summary>
/// <param name="Service">As IAM writes it: <c>lambda</c>, <c>states</c>, <c>cloudwatch</c>…</param>
/// <param name="Operation">For instance <c>UpdateAlias</c>; <c>Unknown</c> when no operation has this method and path.</param>
/// <param name="Status">HTTP status of the answer; 0 when the caller got none.</param>
/// <param name="At">When the call arrived.</param>
/// <param name="Caller">The function whose sandbox called, <c>states</c> for an execution, or the access key of someone else; null for an
/// unsigned request.</param>
/// <param name="Fault">The fault that this call met, if any.</param>
/// <param name="Function">The function that a call to Lambda names, as the call spells it.</param>
public sealed record RecordedCall(
    string Service,
    string Operation,
    int Status,
    DateTimeOffset At,
    string? Caller,
    string? Fault,
    string? Function
);
