using System.Text.Json.Nodes;
using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Stacks;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>One <c>coderipple local up</c> for all tests that need no local AWS of their own.</summary>
public sealed class RunningMachine : IAsyncLifetime
{
    private Coderipple _program = null!;

    /// <summary>What it answered: endpoint, outputs, environment.</summary>
    internal JsonNode Answer { get; private set; } = null!;

    internal AwsClients Clients { get; private set; } = null!;

    internal ReleaseMachine Machine { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> Environment => Answer["environment"]!.AsObject().ToDictionary(v => v.Key, v => (string)v.Value!);

    public async Task InitializeAsync()
    {
        _program = Coderipple.Start(["local", "up", "--json", "--step-runtime", StepRuntime.Native.Name]);
        Answer = JsonNode.Parse(await _program.ReadLineAsync())!;
        Clients = AwsClients.Local(new Uri((string)Answer["endpoint"]!), (string)Answer["region"]!);
        Machine = await ReleaseMachine.FindAsync(Clients, "development", CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Clients?.Dispose();
        await _program.DisposeAsync();
    }

    /// <summary>Runs the program against this stack.</summary>
    internal Task<Finished> RunAsync(params string[] arguments) => Coderipple.RunAsync(arguments, environment: Environment);
}

[CollectionDefinition(Name)]
public sealed class SharedMachine : ICollectionFixture<RunningMachine>
{
    public const string Name = "Shared machine";
}
