using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.Live;

/// <summary>Functions that were made to try a layer, and must be gone when a release has ended.</summary>
internal static class ProbeReader
{
    public static async Task<IReadOnlyList<FunctionConfiguration>> ReadAsync(IAmazonLambda lambda)
    {
        var probes = new List<FunctionConfiguration>();
        string? marker = null;
        do
        {
            var page = await lambda.ListFunctionsAsync(new ListFunctionsRequest { Marker = marker });
            probes.AddRange((page.Functions ?? []).Where(f => f.FunctionName.Contains("-probe-", StringComparison.Ordinal)));
            marker = page.NextMarker;
        } while (!string.IsNullOrEmpty(marker));
        return probes;
    }
}
