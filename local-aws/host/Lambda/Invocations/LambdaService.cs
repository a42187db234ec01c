using CodeRipple.Workflow.LocalAws.Lambda.Records;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

namespace CodeRipple.Workflow.LocalAws.Lambda.Invocations;

/// <summary>The data plane of the Lambda service.</summary>
internal sealed class LambdaService(
    FunctionDirectory directory,
    SandboxPool pool,
    MetricWriter metrics,
    Random random,
    TimeProvider time,
    CancellationToken stopping
)
{
    private readonly Concurrency _concurrency = new();

    /// <summary>Resolves the function, alias weights included, and refuses what AWS would refuse before it looks at the event.</summary>
    /// <exception cref="LambdaServiceException">400, 404 or 409.</exception>
    public async Task<InvokeTarget> ResolveAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        var route = await directory.RouteAsync(FunctionId.Parse(call.Function, call.Qualifier), cancellationToken);
        var version = await directory.VersionAsync(route, route.Choose(NextDraw()), cancellationToken);
        return version.State is null or "Active" ? new InvokeTarget(route, version) : throw LambdaErrors.NotActive(version.State);
    }

    /// <summary>Runs the event in a sandbox. Once begun it runs to its end, even when the caller does not wait for it.</summary>
    /// <exception cref="LambdaServiceException">429, or 500 when the local AWS stops.</exception>
    public async Task<InvokeResult> RunAsync(InvokeTarget target, InvokeCall call, string requestId)
    {
        var (route, function) = target;
        var at = time.GetUtcNow();
        if (!_concurrency.TryEnter(function, out var concurrent))
        {
            metrics.Throttled(route, at);
            throw LambdaErrors.Throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        }

        try
        {
            var answer = await InSandboxAsync(target, call, requestId);
            metrics.Invoked(route, function.Version, at, answer.Duration, answer.Outcome.ErrorType is not null, concurrent);
            return new InvokeResult(
                requestId,
                function.Version,
                answer.Outcome.Payload,
                answer.Outcome.ErrorType is null ? null : "Unhandled",
                answer.LogTail
            );
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException && stopping.IsCancellationRequested)
        {
            throw LambdaErrors.Stopping();
        }
        finally
        {
            _concurrency.Leave(function);
        }
    }

    private async Task<SandboxAnswer> InSandboxAsync(InvokeTarget target, InvokeCall call, string requestId)
    {
        var sandbox = await pool.RentAsync(target.Function, stopping);
        try
        {
            return await sandbox.InvokeAsync(requestId, target.Route.InvokedArn, call, stopping);
        }
        finally
        {
            pool.Return(sandbox);
        }
    }

    // A Random of one's own (a seeded one) is not thread-safe.
    private double NextDraw()
    {
        lock (random)
            return random.NextDouble();
    }
}

internal sealed record InvokeTarget(FunctionRoute Route, FunctionVersion Function);
