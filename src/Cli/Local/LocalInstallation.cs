using CodeRipple.Workflow.Cli.Aws;
using CodeRipple.Workflow.Cli.Stacks;
using CodeRipple.Workflow.LocalAws;

namespace CodeRipple.Workflow.Cli.Local;

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
    public static async Task<LocalInstallation> StartAsync(string environment, LocalAwsOptions options, Screen screen, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Publishing the step code and starting the local AWS take about as long, and neither needs the other.
        var package = screen.StageAsync(Stage.PackageSteps, _ => ReleaseStack.PackageAsync(either.Token));
        LocalInstallation? stack = null;
        try
        {
            stack = new LocalInstallation(await screen.StageAsync(Stage.StartLocalAws, progress => StartHostAsync(options, progress, either.Token)), environment);
            await stack.InstallAsync(await package, screen, either.Token);
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

    private static async Task<LocalAwsHost> StartHostAsync(LocalAwsOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return await LocalAwsHost.StartAsync(options, progress, cancellationToken);
        }
        catch (IOException e) when (options.Port != 0)
        {
            throw new UserErrorException($"Port {options.Port} is taken. Choose another one, or leave --port out for a free one.", e);
        }
    }

    private async Task InstallAsync(PackagedTemplate template, Screen screen, CancellationToken cancellationToken)
    {
        var installer = new StackInstaller(Clients, TimeProvider.System);
        var parameters = new Dictionary<string, string>
        {
            ["Environment"] = Environment,
            ["ApiUrl"] = $"{Host.Endpoint.GetLeftPart(UriPartial.Authority)}/restapis/{{api}}/{{stage}}/_user_request_",
        };
        Outputs = await screen.StageAsync(
            Stage.InstallStack(StackName),
            _ => installer.InstallAsync(StackName, template, parameters, cancellationToken));
    }
}
