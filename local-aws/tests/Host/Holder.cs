namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>This assembly as a program: holds a local AWS until it is killed (see <see cref="LocalAwsHostSpecs"/>).</summary>
public static class Holder
{
    public static async Task Main()
    {
        await using var host = await LocalAwsHost.StartAsync(new LocalAwsOptions());
        Console.WriteLine($"{host.Id} {host.Endpoint}");
        await Console.In.ReadLineAsync();
    }
}
