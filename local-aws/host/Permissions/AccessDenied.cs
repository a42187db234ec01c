using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>How each service says that a caller may not do something.</summary>
internal static class AccessDenied
{
    public static AwsError Error(AwsRequest request, Principal principal, Refusal refusal)
    {
        var message = Message(request, principal, refusal);
        return request.Protocol switch
        {
            AwsProtocol.Json => new(400, "AccessDeniedException", message),
            AwsProtocol.RestJson or AwsProtocol.Cbor => new(403, "AccessDeniedException", message),
            AwsProtocol.S3 => new(403, "AccessDenied", message),
            _ when refusal.Action.StartsWith("kms:", StringComparison.Ordinal) => new(400, "KMSAccessDenied", message),
            // SNS is the one query service with a name of its own for this.
            _ => new(403, request.Service == "sns" ? "AuthorizationError" : "AccessDenied", message),
        };
    }

    /// <summary>A table has a gap. 501, because SDKs repeat a 500.</summary>
    public static AwsError Unmapped(AwsRequest request) =>
        new(
            501,
            "PermissionNotMapped",
            $"The local AWS does not know which permission {request.Action} needs ({request.Method} {request.RawTarget}), so it refuses the call. "
                + $"Add a line to local-aws/host/Permissions/Actions/{request.Service}.txt."
        );

    private static string Message(AwsRequest request, Principal principal, Refusal refusal)
    {
        if (request.Service == "lambda" && refusal.Action.StartsWith("s3:", StringComparison.Ordinal))
        {
            return "Your access has been denied by S3, please make sure your request credentials have permission to "
                + $"{refusal.Action["s3:".Length..]} for {refusal.Resource["arn:aws:s3:::".Length..]}. S3 Error Code: AccessDenied. "
                + $"S3 Error Message: User: {principal.Arn} is not authorized to perform: {refusal.Action} {refusal.Reason}";
        }

        var resource = request.Protocol == AwsProtocol.S3 ? $"\"{refusal.Resource}\"" : refusal.Resource;
        return $"User: {principal.Arn} is not authorized to perform: {refusal.Action} on resource: {resource} {refusal.Reason}";
    }
}
