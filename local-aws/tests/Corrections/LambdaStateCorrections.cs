using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaStateCorrections
{
    [Correction("A new function is Pending, says why, and cannot be changed or published yet")]
    public static async Task Pending(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        var created = await aws.Lambda.CreateFunctionAsync(request);
        Assert.Equal(("Pending", "Creating"), (created.State?.Value, created.StateReasonCode?.Value));
        Assert.Equal(State.Pending, (await aws.Lambda.GetFunctionAsync(request.FunctionName)).Configuration.State);
        await EachChangeIsRefusedAsync(aws, request.FunctionName);
        await aws.SettleAsync(request.FunctionName);
        var active = (await aws.Lambda.GetFunctionAsync(request.FunctionName)).Configuration;
        Assert.Equal((State.Active, LastUpdateStatus.Successful), (active.State, active.LastUpdateStatus));
    }

    [Correction("While an update is in progress the next change is refused")]
    public static async Task In_progress(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var updated = await aws.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 9 }
        );
        Assert.Equal(("Active", "InProgress"), (updated.State?.Value, updated.LastUpdateStatus?.Value));
        await EachChangeIsRefusedAsync(aws, name);
        await aws.SettleAsync(name);
        await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
    }

    [Correction("While an update is in progress the previous code and configuration run")]
    public static async Task Previous_runs(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var before = await RunningAsync(aws, name);
        await aws.Lambda.UpdateFunctionCodeAsync(new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = TestFunctions.Zip("new") });
        Assert.Equal(before, await RunningAsync(aws, name));
        await aws.SettleAsync(name);
        Assert.NotEqual(before, await RunningAsync(aws, name));
    }

    [Correction("A new version is Pending for a moment")]
    public static async Task Version(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var published = await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        Assert.Equal(State.Pending, published.State);
        await aws.SettleAsync(name, published.Version);
        var read = await aws.Lambda.GetFunctionConfigurationAsync(
            new GetFunctionConfigurationRequest { FunctionName = name, Qualifier = published.Version }
        );
        Assert.Equal(State.Active, read.State);
    }

    [Correction("An update with a key that cannot be used fails afterwards, and all stays as it was before")]
    public static async Task Failed(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var before = await RunningAsync(aws, name);
        await FailToUpdateAsync(aws, name, "DisableKey");
        var failed = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        Assert.Equal(
            ("Active", "Failed", "DisabledKMSKey"),
            (failed.State?.Value, failed.LastUpdateStatus?.Value, failed.LastUpdateStatusReasonCode?.Value)
        );
        Assert.Contains("the KMS key used is disabled", failed.LastUpdateStatusReason, StringComparison.Ordinal);
        Assert.Equal((3, null), (failed.Timeout, failed.KMSKeyArn));
        Assert.Equal(before, await RunningAsync(aws, name));
    }

    [Correction("A key that is to be deleted fails an update, too")]
    public static async Task Failed_by_deletion(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await FailToUpdateAsync(aws, name, "ScheduleKeyDeletion");
        var failed = (await aws.Lambda.GetFunctionAsync(name)).Configuration;
        Assert.Equal(("Failed", "InvalidStateKMSKey"), (failed.LastUpdateStatus?.Value, failed.LastUpdateStatusReasonCode?.Value));
    }

    [Correction("The next update ends LastUpdateStatus Failed, and a version can be published meanwhile")]
    public static async Task After_failure(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await FailToUpdateAsync(aws, name, "DisableKey");
        var published = await aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name });
        Assert.Equal(
            (3, LastUpdateStatus.Failed),
            (published.Timeout, (await aws.Lambda.GetFunctionAsync(name)).Configuration.LastUpdateStatus)
        );
        await aws.Lambda.UpdateFunctionCodeAsync(new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = TestFunctions.Zip("new") });
        await aws.SettleAsync(name);
        Assert.Equal(LastUpdateStatus.Successful, (await aws.Lambda.GetFunctionAsync(name)).Configuration.LastUpdateStatus);
    }

    /// <param name="operation">Of KMS: what makes the key of the update useless.</param>
    private static async Task FailToUpdateAsync(AwsClients aws, string name, string operation)
    {
        var key = (await aws.AwsJsonAsync("kms", "TrentService.CreateKey", new { })).Json["KeyMetadata"]!;
        await aws.AwsJsonAsync("kms", "TrentService." + operation, new { KeyId = (string)key["KeyId"]! });
        var updated = await aws.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = name,
                Timeout = 9,
                KMSKeyArn = (string)key["Arn"]!,
                Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["GREETING"] = "hello" } },
            }
        );
        Assert.Equal("InProgress", updated.LastUpdateStatus?.Value);
        await aws.SettleAsync(name);
    }

    private static async Task EachChangeIsRefusedAsync(AwsClients aws, string name)
    {
        await Refused.ByAsync(
            "ResourceConflictException",
            409,
            () => aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name })
        );
        await Refused.ByAsync(
            "ResourceConflictException",
            409,
            () => aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 5 })
        );
        await Refused.ByAsync(
            "ResourceConflictException",
            409,
            () =>
                aws.Lambda.UpdateFunctionCodeAsync(
                    new UpdateFunctionCodeRequest { FunctionName = name, ZipFile = TestFunctions.Zip("newer") }
                )
        );
    }

    private static async Task<(string? Generation, string? Code)> RunningAsync(AwsClients aws, string name)
    {
        var version = await aws.LocalAsync(HttpMethod.Get, $"version?name={name}&version=$LATEST");
        return ((string?)version.Json["Generation"], (string?)version.Json["CodeSha256"]);
    }
}
