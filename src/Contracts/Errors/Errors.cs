namespace CodeRipple.Workflow.Contracts;

// Expected failures. The .NET runtime reports the short class name as the error type, and the state machines catch it by that
// name; a test keeps the two lists equal.

/// <summary>The request cannot be released as it stands. The message lists everything that is wrong with it.</summary>
public sealed class InvalidReleaseRequestException(IReadOnlyList<RequestError> errors)
    : Exception($"The release request has {errors.Count} error{(errors.Count == 1 ? "" : "s")}:\n"
        + string.Join("\n", errors.Select(e => "- " + e)))
{
    public IReadOnlyList<RequestError> Errors => errors;
}
