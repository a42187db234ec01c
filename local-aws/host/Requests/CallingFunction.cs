namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>A function that calls AWS.</summary>
/// <param name="Event">The event that its sandbox handles, or handled last.</param>
/// <param name="Role">ARN of its execution role.</param>
internal sealed record CallingFunction(string FunctionName, string Role, ReadOnlyMemory<byte> Event);
