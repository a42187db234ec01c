using Amazon.S3;
using Amazon.S3.Model;

namespace CodeRipple.Functions.Deliverer;

public sealed class DocumentBucket(IAmazonS3 s3, string bucket) : IDocuments
{
    public async Task<Uri> PutAsync(string key, string markdown)
    {
        await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                ContentBody = markdown,
                ContentType = "text/markdown; charset=utf-8",
            }
        );
        return new Uri($"s3://{bucket}/{key}");
    }
}
