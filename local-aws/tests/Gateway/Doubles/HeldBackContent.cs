using System.Net;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

/// <summary>Sends one half at once and the other on request.</summary>
internal sealed class HeldBackContent(Task rest) : HttpContent
{
    public const int Half = 1024 * 1024;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(new byte[Half]);
        await stream.FlushAsync();
        await rest;
        await stream.WriteAsync(new byte[Half]);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 2 * Half;
        return true;
    }
}
