using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>
/// As much of an HTTP/1.1 client as the Runtime API needs: one kept-alive connection, one request at a time. HttpClient takes
/// about 80 ms of a cold start for itself.
/// </summary>
internal sealed class HttpConnection(string endpoint) : IDisposable
{
    private HttpReader? _reader;
    private Socket? _socket;

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    /// <exception cref="RuntimeApiUnavailableException">Not reachable, or the connection ended before a whole reply.</exception>
    public async Task<HttpReply> SendAsync(
        string method,
        string path,
        string headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default
    )
    {
        var head = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{method} {path} HTTP/1.1\r\nHost: {endpoint}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"
            )
        );
        try
        {
            return await ExchangeAsync(head, body, cancellation);
        }
        catch (Exception problem)
            when (problem is SocketException or IOException or ObjectDisposedException && !cancellation.IsCancellationRequested)
        {
            Dispose();
            throw new RuntimeApiUnavailableException($"The Runtime API at {endpoint} is gone: {problem.Message}", problem);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private async Task<HttpReply> ExchangeAsync(byte[] head, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var reused = _socket is not null;
        while (true)
        {
            try
            {
                if (_socket is null)
                    await ConnectAsync(cancellation);
                await WriteAsync(head, body, cancellation);
                var (reply, keepAlive) = await _reader!.ReadAsync(cancellation);
                if (!keepAlive)
                    Dispose();
                return reply;
            }
            // A server may close an idle connection just as a request leaves; it has not seen that request, so send it again.
            catch (Exception problem) when (reused && _reader is { Started: false } && problem is SocketException or EndOfStreamException)
            {
                reused = false;
                Dispose();
            }
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var colon = endpoint.LastIndexOf(':');
        var host = colon < 0 ? endpoint : endpoint[..colon];
        var port = colon < 0 ? 80 : int.Parse(endpoint.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        EndPoint target = IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);

        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _reader = new HttpReader(_socket);
        await _socket.ConnectAsync(target, cancellation);
    }

    private async Task WriteAsync(byte[] head, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        const int oneSegment = 16 * 1024;
        if (body.Length is > 0 and < oneSegment)
        {
            head = [.. head, .. body.Span];
            body = default;
        }

        await SendAllAsync(head, cancellation);
        await SendAllAsync(body, cancellation);
    }

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket!.SendAsync(bytes, SocketFlags.None, cancellation)..];
    }
}
