namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>The four calls of the Lambda Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</summary>
internal sealed class RuntimeApiClient(string endpoint) : IDisposable
{
    private const string Base = "/2018-06-01/runtime/";
    private const string UserAgent = "User-Agent: coderipple-runtime-support\r\n";
    private readonly HttpConnection _connection = new(endpoint);

    public void Dispose() => _connection.Dispose();

    /// <summary>Waits until there is an invocation, however long that takes; cancelling ends the wait.</summary>
    public async Task<HttpReply> NextAsync(CancellationToken cancellation)
    {
        var reply = await _connection.SendAsync("GET", Base + "invocation/next", UserAgent, default, cancellation);
        return reply.Succeeded && reply.Header("Lambda-Runtime-Aws-Request-Id") is not null
            ? reply
            : throw new RuntimeApiUnavailableException(
                $"The Runtime API at {endpoint} answered {reply.Status} to the request for the next invocation."
            );
    }

    /// <returns>The HTTP status: 202, or 413 for a response that is too large.</returns>
    public async Task<int> RespondAsync(string requestId, ReadOnlyMemory<byte> body) =>
        Accepted(
            await _connection.SendAsync(
                "POST",
                $"{Base}invocation/{requestId}/response",
                UserAgent + "Content-Type: application/json\r\n",
                body
            )
        );

    public async Task<int> FailAsync(string requestId, FunctionError error) =>
        Accepted(await _connection.SendAsync("POST", $"{Base}invocation/{requestId}/error", ErrorHeaders(error), error.Json));

    public async Task<int> FailInitializationAsync(FunctionError error) =>
        Accepted(await _connection.SendAsync("POST", Base + "init/error", ErrorHeaders(error), error.Json));

    private static string ErrorHeaders(FunctionError error) =>
        $"{UserAgent}Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: {error.Type}\r\n";

    // "500: container error; the runtime should exit promptly." Refusals such as 400 or 403 concern this one message only:
    // the invocation has already ended for the caller.
    private int Accepted(HttpReply reply) =>
        reply.Status < 500
            ? reply.Status
            : throw new RuntimeApiUnavailableException($"The Runtime API at {endpoint} answered {reply.Status}.");
}
