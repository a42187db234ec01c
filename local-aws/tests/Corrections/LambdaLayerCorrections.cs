using System.IO.Compression;
using System.Security.Cryptography;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaLayerCorrections
{
    [Correction("GetLayerVersionByArn finds a layer version, and 404 for an unknown one")]
    public static async Task By_arn(AwsClients aws)
    {
        var layer = await PublishAsync(aws, TestFunctions.NewName("l"), "one");
        var found = await aws.Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = layer.LayerVersionArn });
        Assert.Equal(layer.Content.CodeSha256, found.Content.CodeSha256);
        await Refused.ByAsync(
            "ResourceNotFoundException",
            404,
            () => aws.Lambda.GetLayerVersionByArnAsync(new GetLayerVersionByArnRequest { Arn = layer.LayerVersionArn + "9" })
        );
    }

    [Correction("A layer has a licence text of at most 512 characters")]
    public static Task Licence(AwsClients aws) => RefusedAsync(aws, layer => layer.LicenseInfo = new string('x', 513));

    [Correction("A layer is for architectures that there are")]
    public static Task Architectures(AwsClients aws) => RefusedAsync(aws, layer => layer.CompatibleArchitectures = ["x86_64", "sparc"]);

    private static async Task RefusedAsync(AwsClients aws, Action<PublishLayerVersionRequest> change)
    {
        var layer = new PublishLayerVersionRequest
        {
            LayerName = TestFunctions.NewName("l"),
            Content = new LayerVersionContentInput { ZipFile = TestFunctions.Zip() },
        };
        change(layer);
        await Refused.ByAsync("ValidationException", 400, () => aws.Lambda.PublishLayerVersionAsync(layer));
    }

    [Correction("ListLayerVersions pages")]
    public static async Task Pages(AwsClients aws)
    {
        var name = TestFunctions.NewName("l");
        await PublishAsync(aws, name, "one");
        await PublishAsync(aws, name, "two");
        var page = await aws.Lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = name, MaxItems = 1 });
        var rest = await aws.Lambda.ListLayerVersionsAsync(new ListLayerVersionsRequest { LayerName = name, Marker = page.NextMarker });
        Assert.Equal([2L, 1L], page.LayerVersions.Concat(rest.LayerVersions).Select(version => version.Version!.Value));
    }

    [Correction("ListLayerVersions shows only the versions for the runtime that was asked for")]
    public static async Task Filter(AwsClients aws)
    {
        var name = TestFunctions.NewName("l");
        await PublishAsync(aws, name, "one", Runtime.Python313);
        await PublishAsync(aws, name, "two", Runtime.Nodejs22X);
        var shown = await aws.Lambda.ListLayerVersionsAsync(
            new ListLayerVersionsRequest { LayerName = name, CompatibleRuntime = Runtime.Python313 }
        );
        Assert.Equal([1L], shown.LayerVersions.Select(version => version.Version!.Value));
    }

    [Correction("A layer is a zip file")]
    public static async Task Zip_only(AwsClients aws) =>
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.PublishLayerVersionAsync(
                    new PublishLayerVersionRequest
                    {
                        LayerName = TestFunctions.NewName("l"),
                        Content = new LayerVersionContentInput { ZipFile = new MemoryStream("no zip"u8.ToArray()) },
                    }
                )
        );

    [Correction("A layer must be in S3")]
    public static async Task Missing_object(AwsClients aws)
    {
        var bucket = await TestBuckets.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.PublishLayerVersionAsync(
                    new PublishLayerVersionRequest
                    {
                        LayerName = TestFunctions.NewName("l"),
                        Content = new LayerVersionContentInput { S3Bucket = bucket, S3Key = "missing.zip" },
                    }
                )
        );
    }

    [Correction("A layer unpacks to at most 250 MB")]
    public static async Task Size(AwsClients aws) =>
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.PublishLayerVersionAsync(
                    new PublishLayerVersionRequest
                    {
                        LayerName = TestFunctions.NewName("l"),
                        Content = new LayerVersionContentInput { ZipFile = Zeros(263_000_000) },
                    }
                )
        );

    [Correction("Functions and layers together unpack to at most 250 MB")]
    public static async Task Size_together(AwsClients aws)
    {
        var half = new List<string>();
        foreach (var name in new[] { TestFunctions.NewName("l"), TestFunctions.NewName("l") })
        {
            var content = new LayerVersionContentInput { ZipFile = Zeros(140_000_000) };
            half.Add(
                (
                    await aws.Lambda.PublishLayerVersionAsync(new PublishLayerVersionRequest { LayerName = name, Content = content })
                ).LayerVersionArn
            );
        }

        var function = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync("InvalidParameterValueException", 400, () => AttachAsync(aws, function, half));
    }

    [Correction("A function has at most five layers, no layer twice, only versions that exist")]
    public static async Task Attaching(AwsClients aws)
    {
        var function = await TestFunctions.CreateAsync(aws);
        var arns = new List<string>();
        for (var i = 0; i < 6; i++)
            arns.Add((await PublishAsync(aws, TestFunctions.NewName("l"), "layer")).LayerVersionArn);
        await Refused.ByAsync("InvalidParameterValueException", 400, () => AttachAsync(aws, function, arns));
        await Refused.ByAsync("InvalidParameterValueException", 400, () => AttachAsync(aws, function, [arns[0], arns[0]]));
        await Refused.ByAsync("InvalidParameterValueException", 400, () => AttachAsync(aws, function, [arns[0] + "9"]));
        await AttachAsync(aws, function, arns[..5]);
    }

    [Correction("A function keeps a layer version that was deleted, and can be updated with it")]
    public static async Task Deleted(AwsClients aws)
    {
        var function = await TestFunctions.CreateAsync(aws);
        var layer = await PublishAsync(aws, TestFunctions.NewName("l"), "layer");
        await AttachAsync(aws, function, [layer.LayerVersionArn]);
        await aws.SettleAsync(function);
        await aws.Lambda.DeleteLayerVersionAsync(
            new DeleteLayerVersionRequest { LayerName = layer.LayerArn, VersionNumber = layer.Version }
        );
        await AttachAsync(aws, function, [layer.LayerVersionArn]);
        var bytes = await aws.LocalAsync(HttpMethod.Get, "layer?arn=" + layer.LayerVersionArn);
        Assert.Equal(200, (int)bytes.Status);
    }

    [Correction("Content.Location points to the layer's bytes")]
    public static async Task Location(AwsClients aws)
    {
        var layer = await PublishAsync(aws, TestFunctions.NewName("l"), "layer");
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(layer.Content.Location));
        Assert.Equal(layer.Content.CodeSha256, Convert.ToBase64String(SHA256.HashData(bytes)));
    }

    private static Task<PublishLayerVersionResponse> PublishAsync(AwsClients aws, string name, string text, Runtime? runtime = null) =>
        aws.Lambda.PublishLayerVersionAsync(
            new PublishLayerVersionRequest
            {
                LayerName = name,
                CompatibleRuntimes = [(runtime ?? Runtime.Python313).Value],
                Content = new LayerVersionContentInput { ZipFile = TestFunctions.Zip(text) },
            }
        );

    private static Task AttachAsync(AwsClients aws, string function, List<string> layers) =>
        aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = function, Layers = layers });

    private static MemoryStream Zeros(int size)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("zeros", CompressionLevel.Fastest).Open())
            entry.Write(new byte[size]);
        stream.Position = 0;
        return stream;
    }
}
