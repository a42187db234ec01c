using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>URLs of functions and of their aliases.</summary>
public sealed class FunctionUrls(IAmazonLambda lambda)
{
    /// <summary>None when there is no such function.</summary>
    public async Task<IReadOnlyList<FunctionUrlConfig>> ListAsync(string function)
    {
        try
        {
            return await Pages.ReadAsync<FunctionUrlConfig>(async next =>
            {
                var page = await lambda.ListFunctionUrlConfigsAsync(
                    new ListFunctionUrlConfigsRequest { FunctionName = function, Marker = next }
                );
                return (page.FunctionUrlConfigs, page.NextMarker);
            });
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }
}
