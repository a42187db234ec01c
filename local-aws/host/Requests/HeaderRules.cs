using System.Collections.Frozen;

namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>Which headers stop at the gateway.</summary>
internal static class HeaderRules
{
    // RFC 9110 section 7.6.1: these speak of one connection, not of the request or the answer.
    private static readonly FrozenSet<string> HopByHop = new[]
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Expect is answered by the gateway's own server, Content-Length is set from the body that is sent.</summary>
    public static bool IsDroppedFromRequest(string name) => HopByHop.Contains(name) || Is(name, "Expect") || Is(name, "Content-Length");

    /// <summary>Date and Server are the gateway's own; the length is set from what is sent.</summary>
    public static bool IsDroppedFromResponse(string name) =>
        HopByHop.Contains(name) || Is(name, "Date") || Is(name, "Server") || Is(name, "Content-Length") || Is(name, "Content-Type");

    public static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
