using CodeRipple.Workflow.LocalAws.Gateway;
using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

/// <summary>The real gateway with a fake moto behind it and a fake Lambda beside it.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly GatewayServer _server;
    private readonly MotoClient _client;

    private TestGateway(FakeMoto moto, FakeLambda lambda, LocalAwsGateway parts, MotoClient client, GatewayServer server)
    {
        (Moto, Lambda, Parts, _client, _server) = (moto, lambda, parts, client, server);
        Http = new HttpClient { BaseAddress = server.Address };
    }

    public FakeMoto Moto { get; }

    public FakeLambda Lambda { get; }

    public LocalAwsGateway Parts { get; }

    public HttpClient Http { get; }

    public static async Task<TestGateway> StartAsync(GatewayOptions? options = null)
    {
        var moto = await FakeMoto.StartAsync();
        var lambda = new FakeLambda();
        var client = new MotoClient(moto.Address, "us-west-2");
        var outage = new Outage(() => false, () => "Traceback of moto");
        var parts = new LocalAwsGateway(
            options ?? new GatewayOptions { Id = "test" },
            client,
            lambda,
            FunctionWithKey,
            () => [new RuntimeUsed("f", "1", "python3.13", "arm64", "python 3.11.7", "x86_64", AsDeclared: false)],
            outage,
            NullLogger.Instance
        );
        var server = await GatewayServer.StartAsync(0, parts.HandleAsync, CancellationToken.None);
        return new TestGateway(moto, lambda, parts, client, server);
    }

    /// <summary>What the fake moto is asked about f is answered with {}: everything is allowed.</summary>
    private static CallingFunction? FunctionWithKey(string key) =>
        key == "key-of-f"
            ? new CallingFunction("f", "arn:aws:iam::123456789012:role/role-of-f", """{"execution":"e-1"}"""u8.ToArray())
            : null;

    /// <summary>A signed request. The signature is not checked by anyone.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string target, string service, Action<HttpRequestMessage>? shape = null)
    {
        var request = Signed(method, target, service);
        shape?.Invoke(request);
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public HttpRequestMessage Signed(string method, string target, string service, string accessKey = "local")
    {
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(_server.Address.GetLeftPart(UriPartial.Authority) + target, exact)
        );
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/us-west-2/{service}/aws4_request, SignedHeaders=host, Signature=0"
        );
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Parts.DisposeAsync();
        await _server.DisposeAsync();
        _client.Dispose();
        await Moto.DisposeAsync();
    }
}
