using System.Text.Json;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>One event on its way through a sandbox.</summary>
/// <param name="Deadline">The moment the function's time is up.</param>
internal sealed record Invocation(
    string RequestId,
    string InvokedArn,
    ReadOnlyMemory<byte> Payload,
    string? ClientContext,
    DateTimeOffset Deadline
)
{
    private readonly TaskCompletionSource<Outcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The runtime has posted a response or an error.</summary>
    public Task<Outcome> Answer => _answer.Task;

    /// <summary>The runtime has asked for the next event: it is done with this one.</summary>
    public Task Settled => _settled.Task;

    public bool TryAnswer(Outcome outcome) => _answer.TrySetResult(outcome);

    public void Settle() => _settled.TrySetResult();
}

/// <param name="ErrorType">Null when the function answered.</param>
/// <param name="Remark">What the service, not the runtime, says about the failure.</param>
/// <param name="Report">What the REPORT line calls the error, when that is not its type.</param>
internal sealed record Outcome(byte[] Payload, string? ErrorType = null, string? Remark = null, string? Report = null)
{
    public static Outcome Failure(string errorType, string message) =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["errorType"] = errorType, ["errorMessage"] = message }),
            errorType,
            message
        );
}

/// <summary>How a runtime came to its end: its own report of a failed initialisation, or the end of its process.</summary>
/// <param name="Report">What the REPORT line calls the error, when that is not its type.</param>
internal sealed record RuntimeEnd(string ErrorType, string Message, byte[]? Payload = null, string? Report = null)
{
    /// <summary>The kernel kills it; only the REPORT line says why.</summary>
    public static readonly RuntimeEnd OutOfMemory = new(
        "Runtime.ExitError",
        "Runtime exited with error: signal: killed",
        Report: "Runtime.OutOfMemory"
    );

    // The numbers that a shell and .NET add to 128 for a child that a signal ended.
    private static readonly Dictionary<int, string> Signals = new()
    {
        [4] = "illegal instruction",
        [6] = "aborted",
        [8] = "floating point exception",
        [9] = "killed",
        [11] = "segmentation fault",
        [15] = "terminated",
    };

    public static RuntimeEnd Exited(int status) =>
        new(
            "Runtime.ExitError",
            status switch
            {
                0 => "Runtime exited without providing a reason",
                > 128 when Signals.TryGetValue(status - 128, out var signal) => $"Runtime exited with error: signal: {signal}",
                _ => $"Runtime exited with error: exit status {status}",
            }
        );

    public Outcome For(string requestId) =>
        (Payload is null ? Outcome.Failure(ErrorType, $"RequestId: {requestId} Error: {Message}") : new Outcome(Payload, ErrorType)) with
        {
            Report = Report,
        };
}
