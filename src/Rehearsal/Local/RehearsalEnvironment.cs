using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.Client.Workloads;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.Rehearsal.Scenarios;

namespace CodeRipple.Workflow.Rehearsal.Local;

/// <summary>The local AWS with the release machine and a workload's base stack on it, and the workload built.</summary>
internal sealed class RehearsalEnvironment : IAsyncDisposable
{
    // A function that takes seconds to become ready on AWS takes a quarter of one here.
    private const double ReadySooner = 0.25;

    private readonly Releaser _releaser;

    private RehearsalEnvironment(LocalInstallation stack, ReleaseDraft release, Screen screen)
    {
        Stack = stack;
        Release = release;
        Machine = ReleaseMachine.From(stack.Clients, stack.Environment, stack.Outputs);
        _releaser = new Releaser(Machine, screen) { ContinuesAfterExit = false };
    }

    public LocalInstallation Stack { get; }

    /// <summary>The workload as it is.</summary>
    public ReleaseDraft Release { get; }

    public ReleaseMachine Machine { get; }

    public static async Task<RehearsalEnvironment> StartAsync(
        WorkloadFile workload,
        string environment,
        StepRuntime steps,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        var stack = await LocalInstallation.StartAsync(
            environment,
            steps,
            new LocalAwsOptions { RetryScale = ReadySooner },
            screen,
            cancellationToken,
            workload.BuildTargets(environment)
        );
        try
        {
            var outputs = await InstallBaseStackAsync(stack, workload, screen, cancellationToken);
            var read = await workload.ReadAsync(stack.Clients, environment, outputs, cancellationToken);
            var packages = await screen.NotingAsync(note => workload.BuildAsync(environment, cancellationToken, note));
            return new RehearsalEnvironment(stack, new ReleaseDraft(read, packages), screen);
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Releases something to the local AWS, and counts the calls that the release machine makes.</summary>
    public Task<ReleaseOutcome> ReleaseAsync(string id, string reason, ReleaseDraft draft, CancellationToken cancellationToken) =>
        CountAsync(() => _releaser.ReleaseAsync(id, reason, draft, cancellationToken));

    /// <summary>The same, asked for by an event that comes twice.</summary>
    public Task<ReleaseOutcome> ReleaseByEventAsync(
        string id,
        string reason,
        ReleaseDraft draft,
        ReleaseBus bus,
        CancellationToken cancellationToken
    ) =>
        CountAsync(async () =>
        {
            var request = await _releaser.UploadAsync(id, reason, draft, cancellationToken);
            var application = draft.Workload.Application;
            // Deliveries of an event may be repeated.
            var execution = await bus.RequestAsync(application, id, request, times: 2, cancellationToken);
            return await _releaser.FollowAsync(
                id,
                watcher => _releaser.Runs.FollowAsync(execution, id, application, watcher, cancellationToken)
            );
        });

    private async Task<ReleaseOutcome> CountAsync(Func<Task<ReleaseOutcome>> release)
    {
        Stack.Host.Calls.Clear();
        var outcome = await release();
        // Steps call as their functions, the state machines as "states"; all others call as this program does.
        return outcome with
        {
            Calls = Stack
                .Host.Calls.Snapshot()
                .Count(c => c.Caller == "states" || c.Caller?.StartsWith(Stack.StackName, StringComparison.Ordinal) == true),
        };
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();

    private static async Task<IReadOnlyDictionary<string, string>> InstallBaseStackAsync(
        LocalInstallation stack,
        WorkloadFile workload,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        if (workload.BaseStack is null)
            return new Dictionary<string, string>();
        var name = workload.BaseStackName(stack.Environment);
        return await screen.StageAsync(
            Stage.InstallStack(name),
            async _ =>
            {
                var template = await PackagedTemplate.BuildAsync(workload.BaseStack, cancellationToken);
                return await new StackInstaller(stack.Clients, TimeProvider.System).InstallAsync(
                    name,
                    template,
                    new Dictionary<string, string> { ["Environment"] = stack.Environment },
                    cancellationToken
                );
            }
        );
    }
}
