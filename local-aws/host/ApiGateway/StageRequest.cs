using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CodeRipple.Workflow.LocalAws.ApiGateway;

/// <summary>A call of a deployed API: <c>/restapis/{api}/{stage}/_user_request_/{path}</c>.</summary>
internal sealed record StageRequest(string Id, string ApiId, string Stage, string Path)
{
    public static StageRequest? Parse(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var parts = target.Split('/', 6);
        return parts is ["", "restapis", var api, var stage, "_user_request_", ..]
            ? new StageRequest(Guid.NewGuid().ToString(), api, stage, "/" + (parts.Length > 5 ? Uri.UnescapeDataString(parts[5]) : ""))
            : null;
    }
}
