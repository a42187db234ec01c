namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>Who signed a request.</summary>
/// <param name="Name">The function whose sandbox called, <c>states</c> for an execution, or the access key of someone else.</param>
/// <param name="Principal">Null for someone else: a person or a pipeline, whose permissions are not the local AWS's business.</param>
/// <param name="Event">What the calling function is handling; empty when no function calls.</param>
internal sealed record Caller(string Name, Principal? Principal, ReadOnlyMemory<byte> Event = default)
{
    /// <summary>An execution's calls are signed with a key that names the role of its state machine; see states/services.py.</summary>
    private const string ExecutionKey = "states.";

    /// <param name="functionWithKey">The function whose sandbox has an access key, or null.</param>
    public static Caller Find(string accessKey, Func<string, CallingFunction?> functionWithKey)
    {
        if (accessKey.StartsWith(ExecutionKey, StringComparison.Ordinal))
            return new Caller("states", new Principal(Uri.UnescapeDataString(accessKey[ExecutionKey.Length..]), "states"));
        // The name of a session is that of the function.
        return functionWithKey(accessKey) is { } function
            ? new Caller(function.FunctionName, new Principal(function.Role, function.FunctionName), function.Event)
            : new Caller(accessKey, null);
    }
}
