using CodeRipple.Workflow.Client;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Client.Packages;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.LocalAws;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Python;
using CodeRipple.Workflow.Rehearsal.Output;

namespace CodeRipple.Workflow.Rehearsal.Local;

/// <summary>A running local AWS with the release machine's stack on it. Disposing it leaves nothing behind.</summary>
internal sealed class LocalInstallation : IAsyncDisposable
{
    private LocalInstallation(LocalAwsHost host, string environment)
    {
        Host = host;
        Environment = environment;
        Clients = AwsClients.Local(host.Endpoint, host.Region);
    }

    public LocalAwsHost Host { get; }

    public AwsClients Clients { get; }

    public string Environment { get; }

    public string StackName => ReleaseStack.NameFor(Environment);

    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = new Dictionary<string, string>();

    /// <param name="environment">What the template's Environment parameter takes.</param>
    /// <param name="workload">Code that is built together with the steps, for whoever asks for it later.</param>
    public static async Task<LocalInstallation> StartAsync(
        string environment,
        StepRuntime steps,
        LocalAwsOptions options,
        Screen screen,
        CancellationToken cancellationToken,
        IReadOnlyList<BuildTarget>? workload = null
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        screen.StepRuntimeChosen(steps);
        // Neither the build nor the start of the local AWS needs the other.
        var package = BuildAsync(steps, workload ?? [], screen, either.Token);
        LocalInstallation? stack = null;
        try
        {
            stack = new LocalInstallation(
                await screen.StageAsync(Stage.StartLocalAws, progress => StartHostAsync(options, progress, either.Token)),
                environment
            );
            await stack.InstallAsync(steps, await package, screen, either.Token);
            return stack;
        }
        catch
        {
            await either.CancelAsync();
            await package.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (stack is not null)
                await stack.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Clients.Dispose();
        await Host.DisposeAsync();
    }

    private static Task<PackagedTemplate> BuildAsync(
        StepRuntime steps,
        IReadOnlyList<BuildTarget> workload,
        Screen screen,
        CancellationToken cancellationToken
    ) =>
        screen.StageAsync(
            Stage.BuildCode(workload.Count == 0 ? $"steps ({steps.Name})" : $"steps ({steps.Name}) and workload"),
            async _ =>
            {
                await CodePackages.BuildAsync([ReleaseStack.Steps(steps), .. workload], cancellationToken);
                return await ReleaseStack.PackageAsync(steps, cancellationToken);
            }
        );

    private static async Task<LocalAwsHost> StartHostAsync(
        LocalAwsOptions options,
        IProgress<string> progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await LocalAwsHost.StartAsync(options, progress, cancellationToken);
        }
        catch (Exception e) when (e is PythonUnavailableException or MotoStartException)
        {
            throw new UserErrorException(e.Message, e);
        }
        catch (IOException e) when (options.Port != 0)
        {
            throw new UserErrorException($"Port {options.Port} is taken. Choose another one, or leave --port out for a free one.", e);
        }
    }

    private async Task InstallAsync(StepRuntime steps, PackagedTemplate template, Screen screen, CancellationToken cancellationToken)
    {
        var installer = new StackInstaller(Clients, TimeProvider.System);
        var parameters = new Dictionary<string, string>
        {
            ["Environment"] = Environment,
            [StepRuntime.Parameter] = steps.Name,
            ["ApiUrl"] = $"{Host.Endpoint.GetLeftPart(UriPartial.Authority)}/restapis/{{api}}/{{stage}}/_user_request_",
        };
        Outputs = await screen.StageAsync(
            Stage.InstallStack(StackName),
            _ => installer.InstallAsync(StackName, template, parameters, cancellationToken)
        );
    }
}
