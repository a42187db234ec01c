using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>
/// Events that nobody waits for. A function error is retried (twice, unless configured otherwise), a throttled event until it is
/// too old; then it goes to the failure destination and the dead-letter queue.
/// </summary>
internal sealed class AsyncInvocations(
    LambdaService service,
    InvokeDestinations destinations,
    LambdaOptions options,
    TimeProvider time,
    ILogger log,
    CancellationToken stopping
) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task> _running = new();

    public string Add(InvokeTarget target, InvokeCall call)
    {
        var requestId = Guid.NewGuid().ToString();
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[requestId] = RunAsync(target, call, requestId, noted.Task);
        noted.SetResult();
        return requestId;
    }

    /// <summary>Waits until no event is under way any more.</summary>
    public async Task FlushAsync()
    {
        while (_running.Values.FirstOrDefault() is { } one)
            await one;
    }

    public async ValueTask DisposeAsync() => await FlushAsync();

    private async Task RunAsync(InvokeTarget target, InvokeCall call, string requestId, Task noted)
    {
        await noted;
        try
        {
            var end = await AttemptAsync(target, call, requestId, await destinations.SettingsAsync(target.Route, stopping));
            await destinations.SendAsync(end, stopping);
        }
        catch (Exception failure) when (failure is HttpRequestException or LambdaServiceException or OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested)
            {
                log.LogWarning(
                    "Asynchronous invocation {RequestId} of {Function} is lost: {Message}",
                    requestId,
                    target.Route.InvokedArn,
                    failure.Message
                );
            }
        }
        finally
        {
            _running.TryRemove(requestId, out _);
        }
    }

    private async Task<AsyncEnd> AttemptAsync(InvokeTarget target, InvokeCall call, string requestId, AsyncSettings settings)
    {
        var since = time.GetTimestamp();
        var failures = 0;
        var throttles = 0;
        while (true)
        {
            var (result, refusal) = await TryAsync(target, call, requestId);
            if (result is { FunctionError: null })
                return new AsyncEnd(target, call, requestId, settings, failures + 1, result, AsyncEnd.Success);
            if (result is not null && failures++ >= settings.Retries)
                return new AsyncEnd(target, call, requestId, settings, failures, result, AsyncEnd.RetriesExhausted);
            if (refusal is not null && time.GetElapsedTime(since) >= settings.MaximumAge(options.MaximumEventAge))
                return new AsyncEnd(target, call, requestId, settings, failures, result, AsyncEnd.EventAgeExceeded);
            await Task.Delay(DelayBefore(refusal is null ? failures : ++throttles), time, stopping);
            // The alias may have moved on, the function may have been fixed.
            target = await service.ResolveAsync(call, stopping);
        }
    }

    private async Task<(InvokeResult? Result, LambdaServiceException? Refusal)> TryAsync(
        InvokeTarget target,
        InvokeCall call,
        string requestId
    )
    {
        try
        {
            return (await service.RunAsync(target, call, requestId), null);
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 429)
        {
            return (null, refusal);
        }
    }

    private TimeSpan DelayBefore(int retry) => options.RetryDelays[Math.Min(retry, options.RetryDelays.Count) - 1];
}
