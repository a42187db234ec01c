using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Encryption at rest of topics and buckets, read only.</summary>
public sealed class EncryptedStores(IAmazonSimpleNotificationService sns, IAmazonS3 s3)
{
    /// <summary>The KMS key of a topic; null when it is not encrypted.</summary>
    public async Task<string?> KeyOfTopicAsync(string arn)
    {
        var answer = await sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn });
        return answer.Attributes?.GetValueOrDefault("KmsMasterKeyId") is { Length: > 0 } key ? key : null;
    }

    /// <summary>The algorithm that new objects of a bucket are encrypted with; null when there is none.</summary>
    public async Task<string?> AlgorithmOfBucketAsync(string name)
    {
        try
        {
            var answer = await s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = name });
            return answer
                .ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.FirstOrDefault()
                ?.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value;
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "ServerSideEncryptionConfigurationNotFoundError")
        {
            return null;
        }
    }
}
