namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>Who signed a request, and for which service: <c>AKID/20260101/us-west-2/lambda/aws4_request</c>.</summary>
internal sealed record CredentialScope(string AccessKey, string Service)
{
    /// <param name="authorization">The Authorization header.</param>
    /// <param name="credential">X-Amz-Credential of a presigned URL.</param>
    public static CredentialScope? Find(string? authorization, string? credential) =>
        FromAuthorization(authorization) ?? (credential is null ? null : Parse(credential));

    private static CredentialScope? FromAuthorization(string? authorization)
    {
        const string marker = "Credential=";
        var start = authorization?.IndexOf(marker, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return null;
        var rest = authorization![(start + marker.Length)..];
        var end = rest.IndexOfAny([',', ' ']);
        return Parse(end < 0 ? rest : rest[..end]);
    }

    // SigV4A (AWS4-ECDSA-P256-SHA256) has no region in its scope, so count from the end.
    private static CredentialScope? Parse(string credential) =>
        credential.Split('/') is { Length: >= 4 } parts ? new(parts[0], parts[^2]) : null;
}
