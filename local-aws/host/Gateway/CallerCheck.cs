using System.Net;
using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>
/// Keeps web pages out: whoever listens only to this machine still hears its browsers. A page cannot sign, but it can send forms, and
/// by a name that it lets point to 127.0.0.1 it could read answers too.
/// </summary>
internal static class CallerCheck
{
    // The operations that get credentials, and therefore cannot be signed.
    private static readonly string[] UnsignedByNature = ["AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"];

    /// <summary>Why the request cannot come from a program that means this local AWS; null when it can.</summary>
    /// <param name="ofPages">A page may call it, as it may on AWS: the stage of an API.</param>
    public static string? FindForeign(HttpRequest request, bool ofPages)
    {
        if (!IsHere(request.Host.Host))
            return $"The Host header says {request.Host}. Call the local AWS as 127.0.0.1 or localhost.";
        var origin = request.Headers.Origin.ToString();
        return ofPages || origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsHere(page.Host))
            ? null
            : $"The Origin header says {origin}. Only pages of this machine may call the local AWS.";
    }

    /// <summary>What AWS answers to a change that nobody has signed; null when it is none.</summary>
    public static AwsError? RefuseUnsigned(AwsRequest request)
    {
        if (request.AccessKey is not null || UnsignedByNature.Contains(request.Operation))
            return null;
        if (request is { Protocol: AwsProtocol.S3, Method: "GET" or "HEAD" or "OPTIONS" })
            return null;
        return request.Protocol switch
        {
            AwsProtocol.S3 => new AwsError(StatusCodes.Status403Forbidden, "AccessDenied", "Access Denied"),
            AwsProtocol.Query => new AwsError(
                StatusCodes.Status403Forbidden,
                "MissingAuthenticationToken",
                "Request is missing Authentication Token"
            ),
            _ => new AwsError(StatusCodes.Status403Forbidden, "MissingAuthenticationTokenException", "Missing Authentication Token"),
        };
    }

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
