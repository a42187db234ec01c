namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>A need that policies do not meet.</summary>
/// <param name="Reason">As AWS says it: <c>because no identity-based policy allows the lambda:Invoke action</c>.</param>
internal sealed record Refusal(string Action, string Resource, string Reason);
