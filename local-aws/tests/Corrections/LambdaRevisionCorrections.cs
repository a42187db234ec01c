using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaRevisionCorrections
{
    [Correction("Every change of a function makes a new RevisionId")]
    public static async Task Changes(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var before = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        Assert.NotNull(before.RevisionId);
        await aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 9 });
        var updating = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        await aws.SettleAsync(name);
        var after = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        Assert.Equal(3, new HashSet<string> { before.RevisionId, updating.RevisionId, after.RevisionId }.Count);
    }

    [Correction("UpdateFunctionConfiguration refuses a stale RevisionId and changes nothing")]
    public static async Task Configuration(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "PreconditionFailedException",
            412,
            () =>
                aws.Lambda.UpdateFunctionConfigurationAsync(
                    new UpdateFunctionConfigurationRequest
                    {
                        FunctionName = name,
                        Timeout = 9,
                        RevisionId = "stale",
                    }
                )
        );
        Assert.Equal(3, (await aws.Lambda.GetFunctionAsync(name)).Configuration.Timeout);
    }

    [Correction("UpdateFunctionCode refuses a stale RevisionId")]
    public static async Task Code(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "PreconditionFailedException",
            412,
            () =>
                aws.Lambda.UpdateFunctionCodeAsync(
                    new UpdateFunctionCodeRequest
                    {
                        FunctionName = name,
                        ZipFile = TestFunctions.Zip("new"),
                        RevisionId = "stale",
                    }
                )
        );
    }

    [Correction("PublishVersion refuses a stale RevisionId and takes the current one")]
    public static async Task Publish(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "PreconditionFailedException",
            412,
            () => aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name, RevisionId = "stale" })
        );
        var current = (await aws.Lambda.GetFunctionAsync(name)).Configuration.RevisionId;
        await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name, RevisionId = current });
    }

    [Correction("UpdateAlias refuses a stale RevisionId; each update makes a new one")]
    public static async Task Alias(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var read = await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" });
        var update = new UpdateAliasRequest
        {
            FunctionName = name,
            Name = "live",
            FunctionVersion = "2",
            RevisionId = read.RevisionId,
        };
        await aws.Lambda.UpdateAliasAsync(update);
        await Refused.ByAsync("PreconditionFailedException", 412, () => aws.Lambda.UpdateAliasAsync(update));
    }

    [Correction("LastModified has Lambda's format and changes with the function")]
    public static async Task LastModified(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var before = (await aws.Lambda.GetFunctionAsync(name)).Configuration.LastModified;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$", before);
        await aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 9 });
        Assert.NotEqual(before, (await aws.Lambda.GetFunctionAsync(name)).Configuration.LastModified);
    }
}
