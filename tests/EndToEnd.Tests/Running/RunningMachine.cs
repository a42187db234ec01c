using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.Rehearsal.Local;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>A local AWS with the release machine on it, for all tests of a collection: they run one after the other.</summary>
public sealed class RunningMachine : IAsyncLifetime, IDisposable
{
    // Functions are ready again soon, and retries follow each other quickly: waiting for them is not what is tested here. Each process of
    // a step costs a start, so no step gets more than there are processors.
    private static readonly LocalAwsOptions Options = new()
    {
        FunctionPendingMilliseconds = 50,
        FunctionUpdateMilliseconds = 30,
        RetryScale = 0.1,
        SandboxesPerFunction = System.Environment.ProcessorCount,
    };

    private readonly StringWriter _progress = new();
    private LocalInstallation _stack = null!;

    internal LocalAwsHost Host => _stack.Host;

    /// <summary>Patient ones: tests share the account's quotas with the releases that they look at.</summary>
    internal AwsClients Clients { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> Outputs => _stack.Outputs;

    internal ReleaseMachine Machine { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var console = Screen.CreateConsole(_progress, default);
        var screen = new Screen(console, console, json: false, TimeProvider.System);
        _stack = await LocalInstallation.StartAsync("development", StepRuntime.Native, Options, screen, CancellationToken.None);
        Clients = AwsClients.Local(Host.Endpoint, Host.Region, retries: 9);
        Machine = ReleaseMachine.From(Clients, "development", Outputs);
    }

    public async Task DisposeAsync()
    {
        Clients?.Dispose();
        if (_stack is not null)
            await _stack.DisposeAsync();
    }

    public void Dispose() => _progress.Dispose();

    /// <summary>What a process needs to talk to this local AWS.</summary>
    internal IReadOnlyDictionary<string, string> Environment => Host.Environment;

    /// <summary>Runs the program against this stack.</summary>
    internal Task<Finished> RunAsync(params string[] arguments) => Coderipple.RunAsync(arguments, environment: Environment);
}
