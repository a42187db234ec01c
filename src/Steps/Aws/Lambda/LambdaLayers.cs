using System.Globalization;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Versions of layers.</summary>
public sealed class LambdaLayers(IAmazonLambda lambda, StepSettings settings)
{
    /// <summary>ARN of a version with the wanted content and compatibility: the live one, else the newest; else null.</summary>
    /// <param name="liveArn">The version that the current release uses. A failed release may have published others since.</param>
    public async Task<string?> FindAsync(LayerRequest layer, string? liveArn) =>
        liveArn is not null && await MatchesAsync(layer, liveArn) ? liveArn : await FindNewestAsync(layer);

    /// <summary>ARN of the newest version when it has the wanted content and compatibility; else null.</summary>
    public async Task<string?> FindNewestAsync(LayerRequest layer)
    {
        var versions = await lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = layer.Name, MaxItems = 1 });
        return versions.LayerVersions?.FirstOrDefault() is { } newest && await MatchesAsync(layer, newest.LayerVersionArn)
            ? newest.LayerVersionArn
            : null;
    }

    /// <returns>ARN of the new version.</returns>
    public async Task<string> PublishAsync(LayerRequest layer, string description) =>
        (
            await lambda.PublishLayerVersionAsync(
                new PublishLayerVersionRequest
                {
                    LayerName = layer.Name,
                    Description = description,
                    CompatibleRuntimes = [.. layer.CompatibleRuntimes],
                    CompatibleArchitectures = [.. layer.CompatibleArchitectures],
                    Content = new LayerVersionContentInput { S3Bucket = settings.Bucket, S3Key = layer.Artifact.ObjectKey },
                }
            )
        ).LayerVersionArn;

    private async Task<bool> MatchesAsync(LayerRequest layer, string versionArn)
    {
        try
        {
            var number = long.Parse(versionArn[(versionArn.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
            var version = await lambda.GetLayerVersionAsync(new GetLayerVersionRequest { LayerName = layer.Name, VersionNumber = number });
            return version.Content.CodeSha256 == layer.Artifact.Digest.Base64
                && SameSet(version.CompatibleRuntimes, layer.CompatibleRuntimes)
                && SameSet(version.CompatibleArchitectures, layer.CompatibleArchitectures);
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private static bool SameSet(IEnumerable<string>? live, IEnumerable<string> wanted) => (live ?? []).ToHashSet().SetEquals(wanted);
}
