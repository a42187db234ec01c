using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodeRipple.Workflow.AwsPackages.Tests.Sdk;

/// <summary>
/// Signature Version 4 computed from what arrived: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal static class Signature
{
    public static string Of(Received request, string secretKey)
    {
        var authorization = request.Headers["Authorization"];
        var signed = Part(authorization, "SignedHeaders").Split(';');
        var scope = Part(authorization, "Credential").Split('/', 2)[1];
        var canonical = string.Join(
            '\n',
            request.Method,
            // The path is encoded once more than it is sent, except for S3.
            string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString)),
            string.Join('&', request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)),
            string.Concat(signed.Select(name => $"{name}:{request.Headers[name].Trim()}\n")),
            string.Join(';', signed),
            Hex(SHA256.HashData(request.Bytes))
        );
        var text = string.Join(
            '\n',
            "AWS4-HMAC-SHA256",
            request.Headers["X-Amz-Date"],
            scope,
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))
        );
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Sign);
        return Hex(Sign(key, text));
    }

    public static string Part(string authorization, string name) =>
        authorization
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLower(CultureInfo.InvariantCulture);
}
