namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>An error as an AWS service says it.</summary>
/// <param name="Code">For instance <c>TooManyRequestsException</c>.</param>
/// <param name="Reason">Lambda says with a 429 which limit was met.</param>
internal sealed record AwsError(int Status, string Code, string Message, string? Reason = null);
