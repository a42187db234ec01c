using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Versions of layers.</summary>
public sealed class LambdaLayers(IAmazonLambda lambda, StepSettings settings)
{
    /// <summary>A layer version, of whoever; null when there is none of this ARN, or its owner does not share it.</summary>
    public async Task<LayerVersion?> ReadAsync(string versionArn)
    {
        try
        {
            var version = await lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = versionArn });
            return new LayerVersion(
                versionArn,
                version.Content.CodeSha256,
                version.Content.CodeSize ?? 0,
                version.Content.Location,
                version.CompatibleRuntimes ?? [],
                version.CompatibleArchitectures ?? []
            );
        }
        catch (AmazonLambdaException e) when (e is ResourceNotFoundException || e.ErrorCode == "AccessDeniedException")
        {
            return null;
        }
    }

    /// <summary>ARN of the newest version when it has the wanted content and compatibility; else null.</summary>
    /// <param name="read">Reads a version; null = <see cref="ReadAsync"/>.</param>
    public async Task<string?> FindNewestAsync(LayerRequest layer, Func<string, Task<LayerVersion?>>? read = null)
    {
        var versions = await lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = layer.Name, MaxItems = 1 });
        return
            versions.LayerVersions?.FirstOrDefault()?.LayerVersionArn is { } newest
            && await (read ?? ReadAsync)(newest) is { } version
            && version.Fits(layer)
            ? newest
            : null;
    }

    /// <returns>ARN of the new version.</returns>
    /// <exception cref="PackageTooLargeException">The layer is larger than Lambda takes.</exception>
    /// <exception cref="DriftDetectedException">Lambda read another zip than the one that was released.</exception>
    public async Task<string> PublishAsync(LayerRequest layer, string? objectVersion, string description)
    {
        try
        {
            var published = await lambda.PublishLayerVersionAsync(
                new PublishLayerVersionRequest
                {
                    LayerName = layer.Name,
                    Description = description,
                    CompatibleRuntimes = [.. layer.CompatibleRuntimes],
                    CompatibleArchitectures = [.. layer.CompatibleArchitectures],
                    Content = new LayerVersionContentInput
                    {
                        S3Bucket = settings.Bucket,
                        S3Key = layer.Artifact.ObjectKey,
                        S3ObjectVersion = objectVersion,
                    },
                }
            );
            return published.Content.CodeSha256 == layer.Artifact.Digest.Base64
                ? published.LayerVersionArn
                : throw new DriftDetectedException(
                    $"{published.LayerVersionArn} has SHA-256 {Sha256.FromBase64(published.Content.CodeSha256)}, not {layer.Artifact.Sha256}: "
                        + $"{layer.Artifact.ObjectKey} in the release bucket was replaced after the release had read it. No function uses "
                        + "that version; delete it, and find out who wrote the file."
                );
        }
        catch (AmazonLambdaException e) when (LambdaRefusals.Find(e, $"Layer {layer.Name}") is { } refusal)
        {
            throw refusal;
        }
    }
}

/// <param name="CodeSha256">SHA-256 of the zip, base64.</param>
/// <param name="CodeSize">Bytes of the zip.</param>
/// <param name="Location">Where it can be downloaded for ten minutes.</param>
public sealed record LayerVersion(
    string Arn,
    string CodeSha256,
    long CodeSize,
    string? Location,
    IReadOnlyList<string> Runtimes,
    IReadOnlyList<string> Architectures
)
{
    /// <summary>Whether it has the wanted content and compatibility.</summary>
    public bool Fits(LayerRequest layer) =>
        CodeSha256 == layer.Artifact.Digest.Base64
        && Runtimes.ToHashSet().SetEquals(layer.CompatibleRuntimes)
        && Architectures.ToHashSet().SetEquals(layer.CompatibleArchitectures);
}
