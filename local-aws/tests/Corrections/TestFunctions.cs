using System.IO.Compression;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>Functions, versions and layers for specs.</summary>
internal static class TestFunctions
{
    public const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    private static int s_last;

    public static string NewName(string prefix = "f") => $"{prefix}-{System.Environment.ProcessId}-{Interlocked.Increment(ref s_last)}";

    /// <summary>A zip with one file; other text, other code. The same text gives the same bytes.</summary>
    public static MemoryStream Zip(string text = "code")
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("index.py");
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>Makes sure of an IAM role that AWS's services can assume and Lambda knows, and answers its ARN.</summary>
    public static async Task<string> RoleAsync(AwsClients aws, string name = "executor", string policy = Everything)
    {
        const string trust = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
             "Principal":{"Service":["lambda.amazonaws.com","states.amazonaws.com","events.amazonaws.com","scheduler.amazonaws.com"]} } }
            """;
        await aws.QueryAsync(
            "iam",
            ("Action", "CreateRole"),
            ("Version", "2010-05-08"),
            ("RoleName", name),
            ("AssumeRolePolicyDocument", trust)
        );
        await aws.QueryAsync(
            "iam",
            ("Action", "PutRolePolicy"),
            ("Version", "2010-05-08"),
            ("RoleName", name),
            ("PolicyName", "own"),
            ("PolicyDocument", policy)
        );
        var arn = $"arn:aws:iam::123456789012:role/{name}";
        await aws.SettleRoleAsync(arn);
        return arn;
    }

    public static async Task<CreateFunctionRequest> RequestAsync(AwsClients aws) =>
        new()
        {
            FunctionName = NewName(),
            Runtime = Runtime.Python313,
            Handler = "index.handler",
            Role = await RoleAsync(aws),
            Code = new FunctionCode { ZipFile = Zip() },
        };

    /// <summary>A function that is Active.</summary>
    public static async Task<string> CreateAsync(AwsClients aws, Action<CreateFunctionRequest>? change = null)
    {
        var request = await RequestAsync(aws);
        change?.Invoke(request);
        await aws.Lambda.CreateFunctionAsync(request);
        await aws.SettleAsync(request.FunctionName);
        return request.FunctionName;
    }

    /// <summary>A function with versions 1..n and an alias <c>live</c> on version 1.</summary>
    public static async Task<string> CreateWithAliasAsync(AwsClients aws, int versions = 2)
    {
        var name = await CreateAsync(aws);
        for (var version = 1; version <= versions; version++)
            await PublishAsync(aws, name, $"version {version}");
        await aws.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
            }
        );
        return name;
    }

    /// <summary>New code, published; answers the version.</summary>
    public static async Task<string> PublishAsync(AwsClients aws, string name, string code)
    {
        await aws.Lambda.UpdateFunctionCodeAsync(new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = Zip(code) });
        await aws.SettleAsync(name);
        var published = await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        await aws.SettleAsync(name, published.Version);
        return published.Version;
    }
}
