using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Faults.Tests.Workloads;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.Rehearsal.Local;

namespace CodeRipple.Workflow.Faults.Tests.Running;

/// <summary>
/// A local AWS of its own in this process, with the real stack on it, so that faults are set and calls are read directly.
/// </summary>
public sealed class FaultMachine : IAsyncLifetime, IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    // Who looks shares the account's quotas with all the releases that are looked at.
    private const int Patience = 9;
    private readonly StringWriter _progress = new();
    private readonly HttpClient _http = new();
    private AwsClients? _clients;

    internal LocalInstallation Stack { get; private set; } = null!;

    internal ReleaseMachine Machine { get; private set; } = null!;

    internal LocalAwsHost Host => Stack.Host;

    internal IAmazonAPIGateway Apis { get; private set; } = null!;

    internal IAmazonCloudWatchLogs Logs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var console = Screen.CreateConsole(_progress, default);
        // Functions are ready again soon, and retries follow each other quickly: waiting is not what is tested here. Each process of
        // a step costs a cold start, so no step gets more than there are processors.
        var options = new LocalAwsOptions
        {
            FunctionPendingMilliseconds = 50,
            FunctionUpdateMilliseconds = 30,
            WaitScale = 0.1,
            RetryScale = 0.1,
            SandboxesPerFunction = Environment.ProcessorCount,
        };
        Stack = await LocalInstallation.StartAsync(
            "development",
            StepRuntime.Native,
            options,
            new Screen(console, console, json: false, TimeProvider.System),
            CancellationToken.None
        );
        _clients = AwsClients.Local(Host.Endpoint, Host.Region, Patience);
        Machine = ReleaseMachine.From(_clients, Stack.Environment, Stack.Outputs);
        Apis = new AmazonAPIGatewayClient(Credentials, Configured(new AmazonAPIGatewayConfig()));
        Logs = new AmazonCloudWatchLogsClient(Credentials, Configured(new AmazonCloudWatchLogsConfig()));
    }

    /// <summary>Makes what the functions of an application live among.</summary>
    internal async Task<Place> MakePlaceAsync(string application)
    {
        var template = await PackagedTemplate.BuildAsync(
            Repository.Path("tests/Faults.Tests/Running/base-stack.yaml"),
            CancellationToken.None
        );
        var outputs = await new StackInstaller(Stack.Clients, TimeProvider.System).InstallAsync(
            $"fault-{application}",
            template,
            new Dictionary<string, string> { ["Application"] = application },
            CancellationToken.None
        );
        return new Place(outputs["FunctionRole"], outputs["Api"], outputs["Table"]);
    }

    /// <summary>Lets the guardian look after everything that has not come to its end, as its schedule does every few minutes.</summary>
    internal Task SweepAsync() => Host.FireScheduleAsync($"{Stack.StackName}-guard-sweep");

    /// <summary>What people were notified, the oldest first.</summary>
    internal async Task<IReadOnlyList<JsonNode>> MessagesAsync() =>
        [.. JsonNode.Parse(await _http.GetStringAsync(new Uri(Host.Endpoint, "/_local/notifications")))!.AsArray().Select(m => m!)];

    public async Task DisposeAsync()
    {
        if (Stack is not null)
            await Stack.DisposeAsync();
    }

    public void Dispose()
    {
        Apis?.Dispose();
        Logs?.Dispose();
        _clients?.Dispose();
        _http.Dispose();
        _progress.Dispose();
    }

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Host.Endpoint.ToString();
        config.AuthenticationRegion = Host.Region;
        config.MaxErrorRetry = Patience;
        return config;
    }
}

/// <summary>
/// Two accounts, since releases spend much of their time waiting for the quotas of one. The stacks are the same, ARNs included.
/// </summary>
public sealed class MatrixMachines : IAsyncLifetime, IDisposable
{
    internal IReadOnlyList<FaultMachine> All { get; } = [new(), new()];

    public Task InitializeAsync() => Task.WhenAll(All.Select(m => m.InitializeAsync()));

    public Task DisposeAsync() => Task.WhenAll(All.Select(m => m.DisposeAsync()));

    public void Dispose()
    {
        foreach (var machine in All)
            machine.Dispose();
    }
}

/// <summary>The matrix and what takes place beside it have local AWSs of their own, and run side by side.</summary>
internal static class FaultMachines
{
    public const string Matrix = "Matrix";
    public const string Meetings = "Meetings";
}

[CollectionDefinition(FaultMachines.Matrix)]
public sealed class MatrixAccounts : ICollectionFixture<MatrixMachines>;

[CollectionDefinition(FaultMachines.Meetings)]
public sealed class MeetingMachine : ICollectionFixture<FaultMachine>;
