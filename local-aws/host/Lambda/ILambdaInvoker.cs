namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>Runs a function as the Lambda service would, whoever asks: the Invoke API, an event rule, an API stage.</summary>
internal interface ILambdaInvoker
{
    /// <summary>Resolves function and qualifier (alias weights included), finds or starts a sandbox, and waits for the answer.</summary>
    /// <exception cref="LambdaServiceException">The service refuses the call (not found, not active, throttled).</exception>
    Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Accepts an asynchronous (Event) invocation: two retries on a function error, then the failure destination or dead-letter queue.
    /// </summary>
    /// <returns>The request id, the same for all attempts.</returns>
    /// <exception cref="LambdaServiceException">The service refuses the call (not found, not active).</exception>
    Task<string> EnqueueAsync(InvokeCall call, CancellationToken cancellationToken);

    /// <summary>Only looks whether the call would be accepted (DryRun).</summary>
    /// <exception cref="LambdaServiceException">It would not.</exception>
    Task CheckAsync(InvokeCall call, CancellationToken cancellationToken);

    /// <summary>Ends what still runs of a function, or of one version, that was deleted.</summary>
    void Forget(FunctionId deleted);
}

/// <param name="Function">Name, partial ARN or ARN, qualified or not.</param>
/// <param name="Qualifier">Version, alias or null.</param>
/// <param name="Payload">JSON.</param>
/// <param name="ClientContext">JSON; the function finds it in its context.</param>
internal sealed record InvokeCall(string Function, string? Qualifier, ReadOnlyMemory<byte> Payload, string? ClientContext = null);

/// <param name="FunctionError"><c>Unhandled</c> when the function threw, timed out or died; null when it answered.</param>
/// <param name="LogTail">The last 4 KB of the invocation's log, as text.</param>
internal sealed record InvokeResult(string RequestId, string ExecutedVersion, byte[] Payload, string? FunctionError, string LogTail);

/// <summary>An error of the Lambda service itself, as it goes over the wire.</summary>
internal sealed class LambdaServiceException(int statusCode, string errorType, string message, string? reason = null) : Exception(message)
{
    public int StatusCode => statusCode;
    public string ErrorType => errorType;
    public string? Reason => reason;
}
