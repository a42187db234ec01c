using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>
/// Listens for the sandboxes. AWS_LAMBDA_RUNTIME_API is host:port without a path, so the port shows who is calling; a web host
/// costs far more than a listener, so each host brings a block of them.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const int ListenersPerHost = 16;
    private readonly ConcurrentDictionary<int, RuntimeChannel> _channels = new();
    private readonly ConcurrentBag<int> _free = [];
    private readonly List<WebApplication> _hosts = [];
    private readonly SemaphoreSlim _growing = new(1, 1);

    /// <summary>The ports it listens on.</summary>
    public IReadOnlyCollection<int> Ports => [.. _channels.Keys, .. _free];

    public async Task<RuntimeChannel> OpenAsync(CancellationToken cancellationToken)
    {
        int port;
        while (!_free.TryTake(out port))
            await GrowAsync(cancellationToken);
        return _channels[port] = new RuntimeChannel(port);
    }

    public void Close(RuntimeChannel channel)
    {
        channel.End(new RuntimeEnd("Runtime.ExitError", "Runtime was stopped"));
        if (_channels.TryRemove(new KeyValuePair<int, RuntimeChannel>(channel.Port, channel)))
            _free.Add(channel.Port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
            Close(channel);
        // An already cancelled token: nobody is left to wait for.
        foreach (var host in _hosts)
        {
            await host.StopAsync(new CancellationToken(canceled: true));
            await host.DisposeAsync();
        }

        _growing.Dispose();
    }

    private async Task GrowAsync(CancellationToken cancellationToken)
    {
        await _growing.WaitAsync(cancellationToken);
        try
        {
            if (!_free.IsEmpty)
                return;
            var host = Build();
            await host.StartAsync(cancellationToken);
            _hosts.Add(host);
            var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            foreach (var address in addresses)
                _free.Add(new Uri(address).Port);
        }
        finally
        {
            _growing.Release();
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                for (var i = 0; i < ListenersPerHost; i++)
                    kestrel.Listen(IPAddress.Loopback, 0);
                // A function may be slow in the middle of an answer; its own timeout judges that.
                kestrel.Limits.MinRequestBodyDataRate = null;
                kestrel.Limits.MinResponseDataRate = null;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
            });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Run(http =>
            _channels.TryGetValue(http.Connection.LocalPort, out var channel)
                ? RuntimeRoutes.HandleAsync(http, channel)
                : RuntimeRoutes.RefuseAsync(http, StatusCodes.Status410Gone, "Runtime.Stopped", "This sandbox was stopped.")
        );
        return host;
    }
}
