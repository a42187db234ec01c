using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Invocations;

/// <summary>Fetches invocations one after the other and answers each exactly once: with a response or with an error.</summary>
internal sealed class InvocationLoop(RuntimeApiClient api, HandlerWrapper handler, LambdaLog log, TimeProvider clock)
{
    private const int ResponseTooLarge = 413;

    /// <summary>Ends when cancelled; an invocation that is in progress then is finished first.</summary>
    /// <exception cref="RuntimeApiUnavailableException">The Runtime API is gone.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            HttpReply next;
            try
            {
                next = await api.NextAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await HandleAsync(next);
        }
    }

    private async Task HandleAsync(HttpReply next)
    {
        var context = new InvocationContext(next, log, handler.Serializer, clock);
        log.RequestId = context.AwsRequestId;
        log.TraceId = context.TraceId;
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);

        ReadOnlyMemory<byte> response;
        try
        {
            response = await CallAsync(next.Body, context);
        }
        catch (Exception problem)
        {
            log.Log(nameof(LogLevel.Error), problem, "");
            await api.FailAsync(context.AwsRequestId, FunctionError.From(problem));
            return;
        }

        await RespondAsync(context.AwsRequestId, response);
    }

    private async Task<ReadOnlyMemory<byte>> CallAsync(byte[] body, InvocationContext context)
    {
        using var invocation = new InvocationRequest(
            new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true),
            context
        );
        var response = await handler.Handler(invocation);
        try
        {
            return await ReadAsync(response.OutputStream);
        }
        finally
        {
            if (response.DisposeOutputStream)
                await response.OutputStream.DisposeAsync();
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream output)
    {
        if (output is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return buffer.AsMemory((int)memory.Position);

        var copy = new MemoryStream();
        await output.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task RespondAsync(string requestId, ReadOnlyMemory<byte> response)
    {
        var status = await api.RespondAsync(requestId, response);
        if (status == ResponseTooLarge)
        {
            var error = FunctionError.From(
                "Function.ResponseSizeTooLarge",
                $"The response of {response.Length} bytes is larger than Lambda accepts."
            );
            log.Log(nameof(LogLevel.Error), "Response of {bytes} bytes refused: too large.", response.Length);
            await api.FailAsync(requestId, error);
        }
        else if (status >= 300)
            log.Log(nameof(LogLevel.Error), "Response refused with status {status}.", status);
    }
}
