using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>Reads HTTP/1.1 replies from a socket: bodies with a length, in chunks, or up to the end of the connection.</summary>
internal sealed class HttpReader(Socket socket)
{
    private const int LongestHead = 64 * 1024;
    private byte[] _buffer = new byte[8 * 1024];
    private int _end;
    private int _start;

    /// <summary>Whether a byte of the current reply has arrived.</summary>
    public bool Started { get; private set; }

    public async Task<(HttpReply Reply, bool KeepAlive)> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (version, status) = ParseStatusLine(await ReadLineAsync(cancellation));
            var headers = await ReadHeadersAsync(cancellation);
            if (status is >= 100 and < 200)
                continue;

            var untilTheEnd = false;
            byte[] body;
            if (status is 204 or 304)
                body = [];
            else if (
                headers.GetValueOrDefault("Transfer-Encoding") is { } encoding
                && encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase)
            )
                body = await ReadChunksAsync(cancellation);
            else if (headers.TryGetValue("Content-Length", out var length))
                body = await ReadExactlyAsync(ParseLength(length, NumberStyles.None), cancellation);
            else
            {
                body = await ReadToEndAsync(cancellation);
                untilTheEnd = true;
            }

            var closing =
                untilTheEnd
                || version == "HTTP/1.0"
                || string.Equals(headers.GetValueOrDefault("Connection"), "close", StringComparison.OrdinalIgnoreCase);
            Started = false;
            return (new HttpReply(status, headers, body), !closing);
        }
    }

    private static (string Version, int Status) ParseStatusLine(string line)
    {
        var parts = line.Split(' ', 3);
        return
            parts.Length >= 2
            && parts[0].StartsWith("HTTP/1.", StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? (parts[0], status)
            : throw new IOException($"not an HTTP/1.1 reply: {line}");
    }

    private static int ParseLength(ReadOnlySpan<char> text, NumberStyles style) =>
        int.TryParse(text, style, CultureInfo.InvariantCulture, out var length) ? length : throw new IOException($"not a length: {text}");

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellation)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellation)
    {
        var body = new MemoryStream();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            var size = ParseLength(
                line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : line.Length).Trim(),
                NumberStyles.HexNumber
            );
            if (size == 0)
                break;

            body.Write(await ReadExactlyAsync(size, cancellation));
            await ReadLineAsync(cancellation);
        }

        await ReadHeadersAsync(cancellation);
        return body.ToArray();
    }

    private async Task<byte[]> ReadExactlyAsync(int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        var have = Math.Min(length, _end - _start);
        _buffer.AsSpan(_start, have).CopyTo(bytes);
        _start += have;
        while (have < length)
        {
            var received = await socket.ReceiveAsync(bytes.AsMemory(have), SocketFlags.None, cancellation);
            if (received == 0)
                throw new EndOfStreamException("the connection was closed inside a reply");
            have += received;
        }

        return bytes;
    }

    private async Task<byte[]> ReadToEndAsync(CancellationToken cancellation)
    {
        var body = new MemoryStream();
        do
        {
            body.Write(_buffer, _start, _end - _start);
            _start = _end;
        } while (await FillAsync(cancellation));
        return body.ToArray();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, searched + feed).TrimEnd('\r');
                _start += searched + feed + 1;
                return line;
            }

            searched = _end - _start;
            if (searched > LongestHead)
                throw new IOException("the head of the reply is longer than 64 KB");
            if (!await FillAsync(cancellation))
                throw new EndOfStreamException("the connection was closed");
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = await socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None, cancellation);
        _end += received;
        Started |= received > 0;
        return received > 0;
    }
}
