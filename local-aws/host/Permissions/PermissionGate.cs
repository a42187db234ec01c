using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>Lets a call of a function or of an execution through when its role allows it.</summary>
internal sealed class PermissionGate(Authorizer authorizer, string region)
{
    /// <returns>Null when the call may go on.</returns>
    public async Task<AwsError?> RefuseAsync(AwsRequest request, Func<string, string?> header, CancellationToken cancellationToken)
    {
        if (request.Principal is not { } principal)
            return null;
        if (PermissionTable.For(request.Service)?.Needs(request.Operation, new RequestFields(request, region, header)) is not { } needs)
            return AccessDenied.Unmapped(request);
        return needs.Count == 0 ? null : await AskAsync(request, principal, needs, cancellationToken);
    }

    /// <summary>
    /// S3 says that an object is missing only to those who may list the bucket, and says 403 to others (GetObject, "Permissions").
    /// </summary>
    public async Task<AwsError?> HideMissingAsync(AwsRequest request, int status, CancellationToken cancellationToken)
    {
        if (status != 404 || request is not { Service: "s3", Operation: "GetObject" or "HeadObject", Principal: { } principal })
            return null;
        var list = new Need("s3:ListBucket", "arn:aws:s3:::" + request.Parameters["Bucket"], new Dictionary<string, string[]>());
        return await AskAsync(request, principal, [list], cancellationToken);
    }

    /// <summary>
    /// Whether GetFunction answers without the tags: it shows them only to those who may list them (GetFunction, "Tags").
    /// </summary>
    public async Task<bool> HidesTagsAsync(AwsRequest request, Func<string, string?> header, CancellationToken cancellationToken)
    {
        if (request is not { Service: "lambda", Operation: "GetFunction", Principal: { } principal })
            return false;
        var function = FieldTemplate.Render(
            "arn:aws:lambda:{region}:{account}:function:{FunctionName}",
            new RequestFields(request, region, header)
        )!;
        return await authorizer.RefuseAsync(
            principal,
            [new Need("lambda:ListTags", function, new Dictionary<string, string[]>())],
            cancellationToken,
            optional: true
        )
            is not null;
    }

    private async Task<AwsError?> AskAsync(
        AwsRequest request,
        Principal principal,
        IReadOnlyList<Need> needs,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await authorizer.RefuseAsync(principal, needs, cancellationToken) is { } refusal
                ? AccessDenied.Error(request, principal, refusal)
                : null;
        }
        catch (MotoException unclear)
        {
            return new AwsError(501, "PermissionNotEvaluated", unclear.Message);
        }
    }
}
