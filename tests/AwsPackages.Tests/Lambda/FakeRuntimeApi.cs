using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

/// <summary>
/// A Runtime API on a socket of its own, so that a test decides about every byte: chunks, closed connections, refusals.
/// </summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Channel<Call> _posts = Channel.CreateUnbounded<Call>();
    private readonly SemaphoreSlim _delivered = new(0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private int _connections;
    private int _invocations;

    public FakeRuntimeApi()
    {
        _listener.Start();
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public string Endpoint { get; }

    public int Connections => _connections;

    public bool Chunked { get; init; }

    /// <summary>Close each connection after a reply, without saying so.</summary>
    public bool HangUp { get; init; }

    public int ResponseStatus { get; init; } = 202;

    public TimeSpan TimeLeft { get; init; } = TimeSpan.FromSeconds(3);

    public void Enqueue(string json) => _events.Writer.TryWrite(json);

    /// <summary>The next thing the function reported; fails after <see cref="Patience"/>.</summary>
    public async Task<Call> ReceivedAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        return await _posts.Reader.ReadAsync(deadline.Token);
    }

    /// <summary>Waits until one more event has left for the function.</summary>
    public async Task DeliveredAsync() => Assert.True(await _delivered.WaitAsync(Patience));

    public void Vanish()
    {
        _closing.Cancel();
        _listener.Stop();
        foreach (var client in _clients)
            client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Vanish();
        await _accepting;
        _closing.Dispose();
        _delivered.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                Interlocked.Increment(ref _connections);
                _clients.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception) when (_closing.IsCancellationRequested)
        {
            // The fake is going away; what the listener throws then depends on the moment.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            while (await RequestReader.ReadAsync(stream) is { } request)
            {
                if (request.Method == "GET")
                {
                    await stream.WriteAsync(Next(await _events.Reader.ReadAsync(_closing.Token)));
                    _delivered.Release();
                }
                else
                {
                    _posts.Writer.TryWrite(request);
                    var status = request.Path.EndsWith("/response", StringComparison.Ordinal) ? ResponseStatus : 202;
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Whatever\r\nContent-Length: 0\r\n\r\n"));
                }

                if (HangUp)
                    break;
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The function or the fake hung up.
        }
        finally
        {
            client.Dispose();
        }
    }

    private byte[] Next(string json)
    {
        var id = Interlocked.Increment(ref _invocations);
        var deadline = TimeProvider.System.GetUtcNow().Add(TimeLeft).ToUnixTimeMilliseconds();
        var body = Encoding.UTF8.GetBytes(json);
        var head =
            $"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: request-{id}\r\nlambda-runtime-deadline-ms: {deadline}\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-trace\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:f:live\r\n"
            + """Lambda-Runtime-Client-Context: {"client":{"app_title":"app"},"custom":{"k":"v"},"env":{"e":"1"}}"""
            + "\r\n";
        if (!Chunked)
            return [.. Encoding.UTF8.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n"), .. body];

        var half = body.Length / 2;
        return
        [
            .. Encoding.UTF8.GetBytes($"{head}Transfer-Encoding: chunked\r\n\r\n{half:x};note=1\r\n"),
            .. body.AsSpan(0, half),
            .. Encoding.UTF8.GetBytes($"\r\n{body.Length - half:X}\r\n"),
            .. body.AsSpan(half),
            .. "\r\n0\r\nTrailer: t\r\n\r\n"u8,
        ];
    }
}

internal sealed record Call(string Method, string Path, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
