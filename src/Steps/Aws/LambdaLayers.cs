using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Versions of layers.</summary>
public sealed class LambdaLayers(IAmazonLambda lambda, StepSettings settings)
{
    /// <summary>ARN of the newest version when it has the wanted content and compatibility; else null.</summary>
    public async Task<string?> FindNewestAsync(LayerRequest layer)
    {
        var versions = await lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = layer.Name, MaxItems = 1 });
        if (versions.LayerVersions?.FirstOrDefault() is not { } newest)
            return null;
        var version = await lambda.GetLayerVersionAsync(new GetLayerVersionRequest { LayerName = layer.Name, VersionNumber = newest.Version });
        return version.Content.CodeSha256 == Convert.ToBase64String(Convert.FromHexString(layer.Artifact.Sha256))
            && SameSet(version.CompatibleRuntimes, layer.CompatibleRuntimes)
            && SameSet(version.CompatibleArchitectures, layer.CompatibleArchitectures)
            ? version.LayerVersionArn
            : null;
    }

    /// <returns>ARN of the new version.</returns>
    public async Task<string> PublishAsync(LayerRequest layer, string description) => (await lambda.PublishLayerVersionAsync(new PublishLayerVersionRequest
    {
        LayerName = layer.Name,
        Description = description,
        CompatibleRuntimes = [.. layer.CompatibleRuntimes],
        CompatibleArchitectures = [.. layer.CompatibleArchitectures],
        Content = new LayerVersionContentInput { S3Bucket = settings.Bucket, S3Key = layer.Artifact.ObjectKey },
    })).LayerVersionArn;

    private static bool SameSet(IEnumerable<string>? live, IEnumerable<string> wanted) => (live ?? []).ToHashSet().SetEquals(wanted);
}
