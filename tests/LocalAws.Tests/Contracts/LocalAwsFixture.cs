using Amazon.Runtime;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

/// <summary>The one local AWS that all contracts share: each uses names of its own.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");
    private LocalAwsHost? _host;

    public LocalAwsHost Host => _host!;

    // A function is Pending, and its update InProgress, just long enough to be seen by who looks at once.
    public async Task InitializeAsync() =>
        _host = await LocalAwsHost.StartAsync(new LocalAwsOptions { FunctionPendingMilliseconds = 1, FunctionUpdateMilliseconds = 1 });

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public TClient Client<TClient, TConfig>(Func<AWSCredentials, TConfig, TClient> create)
        where TConfig : ClientConfig, new() =>
        create(Credentials, new TConfig { ServiceURL = Host.Endpoint.AbsoluteUri, AuthenticationRegion = Host.Region, MaxErrorRetry = 0 });
}

[CollectionDefinition(Name)]
public sealed class OneLocalAws : ICollectionFixture<LocalAwsFixture>
{
    public const string Name = "one local AWS";
}

/// <summary>Which interface's operations a contract class goes through.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ContractOfAttribute(Type service) : Attribute
{
    public Type Service => service;
}
