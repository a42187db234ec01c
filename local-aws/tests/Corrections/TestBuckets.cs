using Amazon.S3;
using Amazon.S3.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class TestBuckets
{
    public static async Task<string> CreateAsync(AwsClients aws, bool versioned = false)
    {
        var bucket = TestFunctions.NewName("bucket");
        await aws.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegionName = AwsClients.Region });
        if (versioned)
            await aws.S3.PutBucketVersioningAsync(
                new PutBucketVersioningRequest
                {
                    BucketName = bucket,
                    VersioningConfig = new() { Status = VersionStatus.Enabled },
                }
            );
        return bucket;
    }
}
