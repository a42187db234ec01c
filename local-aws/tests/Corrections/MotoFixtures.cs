using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>One launcher for all specs of a collection, talked to directly, without the gateway.</summary>
public abstract class MotoFixture(bool plain) : IAsyncLifetime
{
    private readonly string _id = Guid.NewGuid().ToString("n")[..12];
    private MotoServer? _server;

    public Uri Address => _server!.Address;

    public async Task InitializeAsync()
    {
        var state = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "local-aws-" + _id));
        _server = await MotoServer.StartAsync(
            new MotoServerOptions(await PythonEnvironment.FindAsync(), _id, state.FullName, null, "us-west-2")
            {
                Plain = plain,
                // Longer than any spec: time passes only when a spec says so (AwsClients.SettleAsync, SettleRoleAsync).
                Environment = new Dictionary<string, string>
                {
                    ["LOCAL_AWS_PENDING_MS"] = "600000",
                    ["LOCAL_AWS_UPDATE_MS"] = "600000",
                    ["LOCAL_AWS_ROLE_MS"] = "600000",
                },
            }
        );
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}

public sealed class CorrectedMoto() : MotoFixture(plain: false);

public sealed class PlainMoto() : MotoFixture(plain: true);

[CollectionDefinition(Name)]
public sealed class SharedMoto : ICollectionFixture<CorrectedMoto>, ICollectionFixture<PlainMoto>
{
    public const string Name = "moto";
}
