using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Invocations;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs a function against the Lambda Runtime API until the process is told to stop.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HandlerWrapper _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly LambdaBootstrapOptions _options;

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer? initializer = null
    )
    {
        _handler = handlerWrapper;
        _options = lambdaBootstrapOptions;
        _initializer = initializer;
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(handlerWrapper, new LambdaBootstrapOptions(), initializer) { }

    /// <summary>
    /// Handles invocations until <paramref name="cancellationToken"/> is cancelled or SIGTERM arrives; the one in progress is
    /// finished first. The process's exit code becomes 1 when initialization fails or the Runtime API is gone.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var process = FunctionProcess.Start(_options.RuntimeApiEndpoint, cancellationToken);
        var exitCode = process is null ? 1 : await process.GuardAsync(api => RunAsync(process, api));
        if (exitCode != 0)
            Environment.ExitCode = exitCode;
    }

    public void Dispose()
    {
        _handler.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task RunAsync(FunctionProcess process, RuntimeApiClient api)
    {
        if (_initializer is not null && !await FunctionProcess.InitializeAsync(_initializer.Invoke))
            return;

        await new InvocationLoop(api, _handler, process.Log, TimeProvider.System).RunAsync(process.Stopping);
    }
}
