using System.Security.Cryptography;
using Amazon.S3.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class S3Corrections
{
    private static readonly byte[] Body = "body"u8.ToArray();

    [Correction("A lone x-amz-checksum-sha256 is stored and returned")]
    public static async Task Stored(AwsClients aws)
    {
        var path = await PathAsync(aws);
        await PutAsync(aws, path, ("x-amz-checksum-sha256", Sha256(Body)));
        var read = await aws.SendAsync("s3", HttpMethod.Get, path, null, ("x-amz-checksum-mode", "ENABLED"));
        Assert.Equal(Sha256(Body), read.Headers.GetValues("x-amz-checksum-sha256").Single());
    }

    [Correction("A wrong x-amz-checksum-sha256 is a BadDigest and stores nothing")]
    public static async Task Wrong_checksum(AwsClients aws)
    {
        var path = await PathAsync(aws);
        var answer = await PutAsync(aws, path, ("x-amz-checksum-sha256", Sha256([])));
        Assert.Equal(400, (int)answer.Status);
        Assert.Contains("<Code>BadDigest</Code>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await aws.SendAsync("s3", HttpMethod.Get, path)).Status);
    }

    [Correction("A wrong Content-MD5 is a BadDigest")]
    public static async Task Wrong_md5(AwsClients aws)
    {
        var answer = await PutAsync(aws, await PathAsync(aws), ("Content-MD5", Convert.ToBase64String(new byte[16])));
        Assert.Equal(400, (int)answer.Status);
        Assert.Contains("<Code>BadDigest</Code>", answer.Text, StringComparison.Ordinal);
    }

    [Correction("A payload that is not the signed one is refused")]
    public static async Task Wrong_payload(AwsClients aws)
    {
        var answer = await PutAsync(aws, await PathAsync(aws), ("x-amz-content-sha256", new string('0', 64)));
        Assert.Contains("<Code>XAmzContentSHA256Mismatch</Code>", answer.Text, StringComparison.Ordinal);
    }

    [Correction("A fresh bucket encrypts with AES256, and so are its objects")]
    public static async Task Encryption(AwsClients aws)
    {
        var bucket = await TestBuckets.CreateAsync(aws);
        var encryption = await aws.S3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = bucket });
        var rule = Assert.Single(encryption.ServerSideEncryptionConfiguration.ServerSideEncryptionRules);
        Assert.Equal("AES256", rule.ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm.Value);
        var put = await aws.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = "k",
                ContentBody = "x",
            }
        );
        Assert.Equal("AES256", put.ServerSideEncryptionMethod.Value);
    }

    [Correction("A bucket policy that refuses what comes without TLS lets other calls pass")]
    public static async Task Policy(AwsClients aws)
    {
        var bucket = await TestBuckets.CreateAsync(aws);
        var policy = $$"""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*",
             "Resource": "arn:aws:s3:::{{bucket}}/*", "Condition": {"Bool": {"aws:SecureTransport": "false"} } }]}
            """;
        await aws.S3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = policy });
        await aws.S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = "k",
                ContentBody = "x",
            }
        );
    }

    private static async Task<string> PathAsync(AwsClients aws) => $"/{await TestBuckets.CreateAsync(aws)}/key";

    private static Task<Answer> PutAsync(AwsClients aws, string path, params (string, string)[] headers) =>
        aws.SendAsync("s3", HttpMethod.Put, path, new ByteArrayContent(Body), headers);

    private static string Sha256(byte[] bytes) => Convert.ToBase64String(SHA256.HashData(bytes));
}
