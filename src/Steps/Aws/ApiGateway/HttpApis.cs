using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>HTTP and WebSocket APIs: what they call.</summary>
public sealed class HttpApis(IAmazonApiGatewayV2 apis)
{
    // The most that API Gateway gives at once.
    private const string PageSize = "500";

    public Task<IReadOnlyList<Api>> ListAsync() =>
        Pages.ReadAsync<Api>(async next =>
        {
            var page = await apis.GetApisAsync(new GetApisRequest { MaxResults = PageSize, NextToken = next });
            return (page.Items, page.NextToken);
        });

    /// <summary>None when the API is gone.</summary>
    public Task<IReadOnlyList<Integration>> ListIntegrationsAsync(string api) =>
        PagesAsync<Integration>(async next =>
        {
            var page = await apis.GetIntegrationsAsync(
                new GetIntegrationsRequest
                {
                    ApiId = api,
                    MaxResults = PageSize,
                    NextToken = next,
                }
            );
            return (page.Items, page.NextToken);
        });

    /// <inheritdoc cref="ListIntegrationsAsync"/>
    public Task<IReadOnlyList<Authorizer>> ListAuthorizersAsync(string api) =>
        PagesAsync<Authorizer>(async next =>
        {
            var page = await apis.GetAuthorizersAsync(
                new GetAuthorizersRequest
                {
                    ApiId = api,
                    MaxResults = PageSize,
                    NextToken = next,
                }
            );
            return (page.Items, page.NextToken);
        });

    /// <inheritdoc cref="ListIntegrationsAsync"/>
    public Task<IReadOnlyList<Stage>> ListStagesAsync(string api) =>
        PagesAsync<Stage>(async next =>
        {
            var page = await apis.GetStagesAsync(
                new GetStagesRequest
                {
                    ApiId = api,
                    MaxResults = PageSize,
                    NextToken = next,
                }
            );
            return (page.Items, page.NextToken);
        });

    private static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read)
    {
        try
        {
            return await Pages.ReadAsync(read);
        }
        catch (NotFoundException)
        {
            return [];
        }
    }
}
