using System.Text.Json;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>The Lambda Runtime API.</summary>
internal sealed class RuntimeClient(string endpoint) : IDisposable
{
    // The answer to "next" comes when there is an event.
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri($"http://{endpoint}/2018-06-01/runtime/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Invocation> NextAsync()
    {
        using var reply = await _client.GetAsync(new Uri("invocation/next", UriKind.Relative));
        // Gone: the sandbox is being stopped.
        if (!reply.IsSuccessStatusCode)
            Environment.Exit(0);
        var invocation = new Invocation(
            reply.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            await reply.Content.ReadAsByteArrayAsync()
        );
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        return invocation;
    }

    /// <exception cref="FunctionException">The answer is too large.</exception>
    public async Task AnswerAsync(Invocation invocation, byte[] answer)
    {
        using var reply = await PostAsync($"invocation/{invocation.RequestId}/response", answer);
        if (reply.StatusCode == System.Net.HttpStatusCode.RequestEntityTooLarge)
            throw new FunctionException($"The response is too large: {answer.Length} bytes.");
    }

    public async Task FailAsync(string path, Exception problem)
    {
        var report = ErrorReport.Of(problem);
        Console.Error.WriteLine(problem);
        using var reply = await PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(report), report.ErrorType);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (errorType is not null)
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        return await _client.SendAsync(request);
    }
}

/// <param name="Headers">As the Runtime API sent them.</param>
/// <param name="Event">JSON.</param>
internal sealed record Invocation(IReadOnlyDictionary<string, string> Headers, byte[] Event)
{
    public string RequestId => Headers["Lambda-Runtime-Aws-Request-Id"];

    public string TraceId => Headers.GetValueOrDefault("Lambda-Runtime-Trace-Id", "");
}
