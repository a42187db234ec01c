using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Artifacts;

/// <summary>Artifacts in the release bucket, each named by its content.</summary>
internal sealed class ArtifactUploads(IAmazonS3 s3, string bucket)
{
    public static Artifact Describe(byte[] content) => new() { Sha256 = Sha256.Of(content).Hex, Size = content.Length };

    /// <summary>Uploads content unless the bucket has it; what is there under its name but is damaged is replaced.</summary>
    public async Task UploadAsync(byte[] content, CancellationToken cancellationToken)
    {
        var artifact = Describe(content);
        if (await ExistsAsync(artifact, cancellationToken))
            return;
        await PutAsync(artifact.ObjectKey, content, cancellationToken);
    }

    /// <summary>Uploads content under whatever key, also one that belongs to other content.</summary>
    public Task PutAsync(string key, byte[] content, CancellationToken cancellationToken) =>
        s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                InputStream = new MemoryStream(content),
                // S3 keeps it, so that PrepareRelease need not read the object to know its hash.
                ChecksumSHA256 = Sha256.Of(content).Base64,
            },
            cancellationToken
        );

    private async Task<bool> ExistsAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        try
        {
            var head = await s3.GetObjectMetadataAsync(
                new GetObjectMetadataRequest
                {
                    BucketName = bucket,
                    Key = artifact.ObjectKey,
                    ChecksumMode = ChecksumMode.ENABLED,
                },
                cancellationToken
            );
            return head.ChecksumSHA256 == artifact.Digest.Base64;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // Without s3:ListBucket S3 answers 403 for a missing object.
            return false;
        }
    }
}
