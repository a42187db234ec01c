using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

/// <summary>A function whose loop runs inside the test; disposing it cancels the loop and waits for its end.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RunningFunction(FakeRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        var bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
        _running = Task.Run(() => bootstrap.RunAsync(_stop.Token));
    }

    public static ILambdaSerializer Json { get; } = new DefaultLambdaJsonSerializer();

    public static RunningFunction Start<TInput, TOutput>(FakeRuntimeApi api, Func<TInput, ILambdaContext, Task<TOutput>> handler) =>
        new(api, LambdaBootstrapBuilder.Create(handler, Json));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(FakeRuntimeApi.Patience);
        _stop.Dispose();
    }
}
