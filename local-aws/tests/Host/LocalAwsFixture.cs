namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>One running local AWS for all specs of the assembly. Specs take names of their own, so they can share it.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<LocalAwsHost>> Shared = new(StartAsync);

    public LocalAwsHost Host { get; private set; } = null!;

    public static string NewName(string prefix) => $"{prefix}-{Guid.NewGuid():n}"[..20];

    public async Task InitializeAsync() => Host = await Shared.Value;

    // The next class goes on with it; the end of the process ends it.
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<LocalAwsHost> StartAsync()
    {
        // Specs make a role and its function in one go, and all of them together call more often than one account may.
        var host = await LocalAwsHost.StartAsync(new LocalAwsOptions { RoleMilliseconds = 0, EnforcesQuotas = false });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => host.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        return host;
    }
}
