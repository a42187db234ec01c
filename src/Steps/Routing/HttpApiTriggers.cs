using Amazon.ApiGatewayV2.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>Integrations and Lambda authorizers of HTTP and WebSocket APIs.</summary>
internal static class HttpApiTriggers
{
    public static Task<IReadOnlyList<BypassingTrigger>> FindAsync(Walk walk, IReadOnlyList<Api> all, HttpApis apis) =>
        Walk.EachAsync(
            all,
            async api =>
            {
                var called = (await apis.ListIntegrationsAsync(api.ApiId))
                    .Select(i => (What: $"integration {i.IntegrationId}", Uri: i.IntegrationUri))
                    .Concat(
                        (await apis.ListAuthorizersAsync(api.ApiId)).Select(a => (What: $"authorizer \"{a.Name}\"", Uri: a.AuthorizerUri))
                    )
                    .ToList();
                var stages = called.Any(c => StageVariables.In(c.Uri)) ? await apis.ListStagesAsync(api.ApiId) : [];
                return from part in called
                    from uri in StageVariables.In(part.Uri)
                        ? stages.Select(s => (Of: $" in stage \"{s.StageName}\"", Uri: StageVariables.Fill(part.Uri, s.StageVariables)))
                        : [(Of: "", part.Uri)]
                    let target = walk.Bypasses(uri.Uri)
                    where target is not null
                    select walk.ForPeople(
                        $"{part.What} of {api.ProtocolType?.Value ?? "HTTP"} API \"{api.Name}\" ({api.ApiId}){uri.Of}",
                        target,
                        $"point it to {walk.AliasOf(target)} and permit that there"
                    );
            }
        );
}
