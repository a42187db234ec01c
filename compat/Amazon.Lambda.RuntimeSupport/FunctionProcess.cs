using System.Runtime.InteropServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The life of a function's process: when it is told to stop, and how it ends. 0: told to stop. 1: initialization failed (said to
/// the Runtime API and on standard error), or the Runtime API is gone.
/// </summary>
internal sealed class FunctionProcess : IDisposable
{
    private readonly RuntimeApiClient _api;
    private readonly CancellationTokenSource _stopping;
    private readonly PosixSignalRegistration _terminate;

    private FunctionProcess(string endpoint, CancellationToken cancellation)
    {
        _api = new RuntimeApiClient(endpoint);
        LambdaLogger.WriteTo(Log);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                _stopping.Cancel();
            }
        );
    }

    public LambdaLog Log { get; } = LambdaLog.ToStandardOutput();

    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Null, with a message on standard error, when this is no Lambda environment.</summary>
    public static FunctionProcess? Start(string? endpoint, CancellationToken cancellation)
    {
        endpoint ??= Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        if (!string.IsNullOrEmpty(endpoint))
            return new FunctionProcess(endpoint, cancellation);

        Console.Error.WriteLine(
            "AWS_LAMBDA_RUNTIME_API is not set. This program is a Lambda function; it runs inside Lambda or a local AWS."
        );
        return null;
    }

    /// <summary>Runs code of the initialization phase, so that what it throws is reported as an initialization error.</summary>
    public static async Task<T> InitializeAsync<T>(Func<Task<T>> initialize)
    {
        try
        {
            return await initialize();
        }
        catch (Exception problem) when (problem is not InitializationException)
        {
            throw new InitializationException(FunctionError.From(problem), problem.ToString());
        }
    }

    public async Task<int> GuardAsync(Func<RuntimeApiClient, Task> run)
    {
        try
        {
            await run(_api);
            return 0;
        }
        catch (InitializationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            await ReportAsync(failed.Error);
            return 1;
        }
        catch (RuntimeApiUnavailableException gone)
        {
            Console.Error.WriteLine(gone.Message);
            return 1;
        }
    }

    public void Dispose()
    {
        _terminate.Dispose();
        _stopping.Dispose();
        _api.Dispose();
    }

    private async Task ReportAsync(FunctionError error)
    {
        try
        {
            await _api.FailInitializationAsync(error);
        }
        catch (RuntimeApiUnavailableException gone)
        {
            Console.Error.WriteLine(gone.Message);
        }
    }
}
