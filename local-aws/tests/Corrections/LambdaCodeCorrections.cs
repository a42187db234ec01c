using System.IO.Compression;
using System.Security.Cryptography;
using Amazon.Lambda.Model;
using Amazon.S3.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaCodeCorrections
{
    [Correction("A function's code is a zip file")]
    public static async Task Zip_only(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Code.ZipFile = new MemoryStream("no zip"u8.ToArray());
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.CreateFunctionAsync(request));
    }

    [Correction("A zip without a file is refused, for a function and for a layer")]
    public static async Task Empty_zip(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Code.ZipFile = EmptyZip();
        var refusal = await Assert.ThrowsAsync<InvalidParameterValueException>(() => aws.Lambda.CreateFunctionAsync(request));
        Assert.Equal("Uploaded file must be a non-empty zip", refusal.Message);
        var layer = new PublishLayerVersionRequest
        {
            LayerName = TestFunctions.NewName("layer"),
            Content = new LayerVersionContentInput { ZipFile = EmptyZip() },
        };
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.PublishLayerVersionAsync(layer));
    }

    [Correction("A function's code must be in S3")]
    public static async Task Missing_object(AwsClients aws)
    {
        var bucket = await TestBuckets.CreateAsync(aws);
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.UpdateFunctionCodeAsync(
                    new UpdateFunctionCodeRequest
                    {
                        FunctionName = name,
                        S3Bucket = bucket,
                        S3Key = "missing.zip",
                    }
                )
        );
    }

    [Correction("S3ObjectVersion picks the version of the object")]
    public static async Task Object_version(AwsClients aws)
    {
        var bucket = await TestBuckets.CreateAsync(aws, versioned: true);
        var old = await PutAsync(aws, bucket, "old");
        await PutAsync(aws, bucket, "new");
        var name = await TestFunctions.CreateAsync(aws);
        var updated = await aws.Lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest
            {
                FunctionName = name,
                S3Bucket = bucket,
                S3Key = "code.zip",
                S3ObjectVersion = old,
            }
        );
        Assert.Equal(Digest(TestFunctions.Zip("old").ToArray()), updated.CodeSha256);
    }

    [Correction("DryRun checks the code and changes nothing")]
    public static async Task Dry_run(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var before = await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        var update = new UpdateFunctionCodeRequest
        {
            FunctionName = name,
            ZipFile = TestFunctions.Zip("new"),
            DryRun = true,
        };
        await aws.Lambda.UpdateFunctionCodeAsync(update);
        Assert.Equal(before.Version, (await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name })).Version);
        update.ZipFile = new MemoryStream("no zip"u8.ToArray());
        await Refused.ByAsync("InvalidParameterValueException", 400, () => aws.Lambda.UpdateFunctionCodeAsync(update));
    }

    [Correction("Code.Location points to the code of the version that was asked for")]
    public static async Task Location(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var first = await aws.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = "1" });
        Assert.Equal("127.0.0.1", new Uri(first.Code.Location).Host);
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(first.Code.Location));
        Assert.Equal(first.Configuration.CodeSha256, Digest(bytes));
    }

    private static async Task<string> PutAsync(AwsClients aws, string bucket, string text) =>
        (
            await aws.S3.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = "code.zip",
                    InputStream = TestFunctions.Zip(text),
                }
            )
        ).VersionId;

    private static MemoryStream EmptyZip()
    {
        var stream = new MemoryStream();
        new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true).Dispose();
        stream.Position = 0;
        return stream;
    }

    private static string Digest(byte[] bytes) => Convert.ToBase64String(SHA256.HashData(bytes));
}
