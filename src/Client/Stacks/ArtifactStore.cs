using Amazon.S3;
using Amazon.S3.Model;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Stacks;

/// <summary>The bucket that stacks are installed from, each object named by its content.</summary>
internal sealed class ArtifactStore
{
    private readonly IAmazonS3 _s3;
    private readonly string _bucket;

    private ArtifactStore(IAmazonS3 s3, string bucket)
    {
        _s3 = s3;
        _bucket = bucket;
    }

    /// <summary>Makes the account's bucket for packages in this region unless it is there.</summary>
    public static async Task<ArtifactStore> OpenAsync(AwsClients clients, CancellationToken cancellationToken)
    {
        var bucket = $"coderipple-packages-{await clients.AccountIdAsync(cancellationToken)}-{clients.Region}";
        try
        {
            await clients.S3.PutBucketAsync(
                new PutBucketRequest
                {
                    BucketName = bucket,
                    // The SDK would send "EU" for eu-west-1; us-east-1 takes no constraint at all.
                    UseClientRegion = false,
                    PutBucketConfiguration =
                        clients.Region == "us-east-1" ? null : new PutBucketConfiguration { LocationConstraint = clients.Region },
                },
                cancellationToken
            );
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            // It is there.
        }

        return new ArtifactStore(clients.S3, bucket);
    }

    /// <returns>The object's <c>s3://</c> address.</returns>
    public async Task<string> UploadAsync(byte[] content, string extension, CancellationToken cancellationToken)
    {
        var digest = Sha256.Of(content);
        var key = digest.Hex + extension;
        await _s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = key,
                InputStream = new MemoryStream(content),
                ChecksumSHA256 = digest.Base64,
            },
            cancellationToken
        );
        return $"s3://{_bucket}/{key}";
    }

    /// <summary>The form in which CloudFormation takes the address of a template.</summary>
    public static string HttpsAddress(string s3Address)
    {
        var address = new Uri(s3Address);
        return $"https://{address.Host}.s3.amazonaws.com{address.AbsolutePath}";
    }
}
