using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Steps.Tests.Layers.Probes;

/// <summary>The Runtime API for one invocation; every request comes over a connection of its own.</summary>
internal sealed class FakeRuntimeApi : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public FakeRuntimeApi() => _listener.Start();

    public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What the function reported, and where: <c>response</c> or <c>error</c>.</summary>
    public async Task<(string Kind, JsonNode Body)> InvokeAsync(string @event, CancellationToken deadline)
    {
        var next = await ReplyAsync(
            $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r1\r\nContent-Length: {@event.Length}\r\nConnection: close\r\n\r\n{@event}",
            deadline
        );
        Assert.Equal("GET /2018-06-01/runtime/invocation/next", next.Target);
        var report = await ReplyAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", deadline);
        const string prefix = "POST /2018-06-01/runtime/invocation/r1/";
        Assert.StartsWith(prefix, report.Target, StringComparison.Ordinal);
        return (report.Target[prefix.Length..], JsonNode.Parse(report.Body)!);
    }

    public void Dispose() => _listener.Dispose();

    private async Task<(string Target, string Body)> ReplyAsync(string reply, CancellationToken deadline)
    {
        using var connection = await _listener.AcceptTcpClientAsync(deadline);
        using var reader = new StreamReader(connection.GetStream());
        var target = (await reader.ReadLineAsync(deadline))!.Replace(" HTTP/1.1", "", StringComparison.Ordinal);
        var length = 0;
        while (await reader.ReadLineAsync(deadline) is { Length: > 0 } header)
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
        // System.Text.Json escapes what is not ASCII, so a character is a byte.
        var body = new char[length];
        if (length > 0)
            await reader.ReadBlockAsync(body, deadline);
        await connection.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(reply), deadline);
        return (target, new string(body));
    }
}
