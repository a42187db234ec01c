using CodeRipple.Workflow.Cli.Releases;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.Cli.Workloads;

namespace CodeRipple.Workflow.Cli.Local;

/// <summary>The local AWS with the release machine and a workload's surroundings on it, and the workload built.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private Rehearsal(LocalInstallation stack, ReleaseDraft release, Screen screen)
    {
        Stack = stack;
        Release = release;
        Machine = ReleaseMachine.From(stack.Clients, stack.Environment, stack.Outputs);
        Releaser = new Releaser(Machine, screen) { GoesOnAlone = false };
    }

    public LocalInstallation Stack { get; }

    /// <summary>The workload as it is.</summary>
    public ReleaseDraft Release { get; }

    public ReleaseMachine Machine { get; }

    public Releaser Releaser { get; }

    public static async Task<Rehearsal> StartAsync(WorkloadFile workload, string environment, Screen screen, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starting = LocalInstallation.StartAsync(environment, port: 0, screen, either.Token);
        var building = screen.StageAsync(Stage.BuildArtifacts, _ => workload.BuildAsync(environment, either.Token));
        LocalInstallation? stack = null;
        try
        {
            stack = await starting;
            var outputs = await InstallSurroundingsAsync(stack, workload, screen, either.Token);
            var read = await workload.ReadAsync(stack.Clients, environment, outputs, either.Token);
            return new Rehearsal(stack, new ReleaseDraft(read, await building), screen);
        }
        catch
        {
            await either.CancelAsync();
            await building.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (stack is not null)
                await stack.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();

    private static async Task<IReadOnlyDictionary<string, string>> InstallSurroundingsAsync(
        LocalInstallation stack, WorkloadFile workload, Screen screen, CancellationToken cancellationToken)
    {
        if (workload.Surroundings is null)
            return new Dictionary<string, string>();
        var name = workload.SurroundingsStack(stack.Environment);
        return await screen.StageAsync(Stage.InstallStack(name), async _ =>
        {
            var template = await PackagedTemplate.BuildAsync(workload.Surroundings, cancellationToken);
            return await new StackInstaller(stack.Clients, TimeProvider.System)
                .InstallAsync(name, template, new Dictionary<string, string> { ["Environment"] = stack.Environment }, cancellationToken);
        });
    }
}
