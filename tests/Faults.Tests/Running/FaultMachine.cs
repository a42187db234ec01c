using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli;
using CodeRipple.Workflow.Cli.Local;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.Faults.Tests.Running;

/// <summary>A local AWS of its own in this process, with the real stack on it, so that faults are set and calls are read directly.</summary>
public sealed class FaultMachine : IAsyncLifetime, IDisposable
{
    private readonly StringWriter _progress = new();
    private readonly HttpClient _http = new();

    internal LocalInstallation Stack { get; private set; } = null!;

    internal ReleaseMachine Machine { get; private set; } = null!;

    internal LocalAwsHost Host => Stack.Host;

    /// <summary>The role of the functions that are released.</summary>
    internal string Role { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var console = Screen.CreateConsole(_progress, default);
        // Functions are ready again soon, and retries follow each other quickly: waiting is not what is tested here.
        var options = new LocalAwsOptions { FunctionPendingMilliseconds = 50, FunctionUpdateMilliseconds = 30, WaitScale = 0.1 };
        Stack = await LocalInstallation.StartAsync("development", options, new Screen(console, console, json: false, TimeProvider.System), CancellationToken.None);
        Machine = ReleaseMachine.From(Stack.Clients, Stack.Environment, Stack.Outputs);
        var template = await PackagedTemplate.BuildAsync(Repository.Path("tests/Faults.Tests/Running/surroundings.yaml"), CancellationToken.None);
        var outputs = await new StackInstaller(Stack.Clients, TimeProvider.System).InstallAsync("fault-matrix", template, new Dictionary<string, string>(), CancellationToken.None);
        Role = outputs["FunctionRole"];
    }

    /// <summary>What people were told, the oldest first.</summary>
    internal async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync(new Uri(Host.Endpoint, "/moto-api/local/sns/messages")))!.AsArray().Select(m => m!)];

    public async Task DisposeAsync() => await Stack.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _progress.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class SharedFaultMachine : ICollectionFixture<FaultMachine>
{
    public const string Name = "Fault machine";
}
