using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace CodeRipple.Workflow.Cli.Stack;

/// <summary>A bucket that holds what a stack is installed from, each object named by its content.</summary>
internal sealed class ArtifactStore(IAmazonS3 s3, string bucket, string region)
{
    public string Bucket => bucket;

    public async Task EnsureBucketAsync(CancellationToken cancellationToken)
    {
        try
        {
            await s3.PutBucketAsync(
                new PutBucketRequest
                {
                    BucketName = bucket,
                    // The SDK would send "EU" for eu-west-1; us-east-1 takes no constraint at all.
                    UseClientRegion = false,
                    PutBucketConfiguration = region == "us-east-1" ? null : new PutBucketConfiguration { LocationConstraint = region },
                },
                cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "BucketAlreadyOwnedByYou")
        {
        }
    }

    /// <summary>Uploads content unless it is there already; answers its <c>s3://</c> address.</summary>
    public async Task<string> UploadAsync(byte[] content, string extension, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(content);
        var key = Convert.ToHexStringLower(hash) + extension;
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(content), ChecksumSHA256 = Convert.ToBase64String(hash) },
            cancellationToken);
        return $"s3://{bucket}/{key}";
    }
}
