using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaVersionCorrections
{
    [Correction("PublishVersion makes no version when the same bytes were uploaded again")]
    public static async Task Same_code(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var first = await TestFunctions.PublishAsync(aws, name, "same");
        Assert.Equal(first, await TestFunctions.PublishAsync(aws, name, "same"));
    }

    [Correction("PublishVersion right after the first one makes no second version")]
    public static async Task First_publish(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Timeout = 9 });
        await aws.SettleAsync(name);
        var publish = new PublishVersionRequest { FunctionName = name };
        Assert.Equal((await aws.Lambda.PublishVersionAsync(publish)).Version, (await aws.Lambda.PublishVersionAsync(publish)).Version);
    }

    [Correction("PublishVersion refuses another CodeSha256 than that of $LATEST")]
    public static async Task Digest(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () => aws.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = name, CodeSha256 = "other" })
        );
    }

    [Correction("A version number is never used twice")]
    public static async Task Numbers(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await TestFunctions.PublishAsync(aws, name, "one");
        await TestFunctions.PublishAsync(aws, name, "two");
        await aws.Lambda.DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = name, Qualifier = "1" });
        Assert.Equal("3", await TestFunctions.PublishAsync(aws, name, "three"));
        await aws.Lambda.DeleteFunctionAsync(name);
    }

    [Correction("A version number is not used again by a new function of the same name")]
    public static async Task Numbers_of_a_new_function(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        await aws.Lambda.CreateFunctionAsync(request);
        await aws.SettleAsync(request.FunctionName);
        await TestFunctions.PublishAsync(aws, request.FunctionName, "one");
        await aws.Lambda.DeleteFunctionAsync(request.FunctionName);
        request.Code.ZipFile = TestFunctions.Zip();
        await aws.Lambda.CreateFunctionAsync(request);
        await aws.SettleAsync(request.FunctionName);
        Assert.Equal("2", await TestFunctions.PublishAsync(aws, request.FunctionName, "two"));
    }

    [Correction("A version that an alias points to cannot be deleted")]
    public static async Task In_use(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync("ResourceConflictException", 409, () => DeleteAsync(aws, name, "1"));
    }

    [Correction("A version that an alias gives a weight cannot be deleted")]
    public static async Task In_use_by_weight(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await aws.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["2"] = 0.1 } },
            }
        );
        await Refused.ByAsync("ResourceConflictException", 409, () => DeleteAsync(aws, name, "2"));
    }

    [Correction("$LATEST cannot be deleted without the function")]
    public static async Task Latest(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync("InvalidParameterValueException", 400, () => DeleteAsync(aws, name, "$LATEST"));
    }

    [Correction("CreateFunction with Publish answers with the version's ARN")]
    public static async Task Create_and_publish(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Publish = true;
        var created = await aws.Lambda.CreateFunctionAsync(request);
        Assert.EndsWith($":function:{request.FunctionName}:1", created.FunctionArn, StringComparison.Ordinal);
        Assert.Equal("1", created.Version);
    }

    [Correction("UpdateFunctionCode with Publish publishes once and only what is new")]
    public static async Task Update_and_publish(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var update = () =>
            new UpdateFunctionCodeRequest
            {
                FunctionName = name,
                ZipFile = TestFunctions.Zip("new"),
                Publish = true,
            };
        Assert.Equal("1", (await aws.Lambda.UpdateFunctionCodeAsync(update())).Version);
        await aws.SettleAsync(name);
        Assert.Equal("1", (await aws.Lambda.UpdateFunctionCodeAsync(update())).Version);
    }

    [Correction("ListVersionsByFunction pages and knows no unknown function")]
    public static async Task List(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var page = await aws.Lambda.ListVersionsByFunctionAsync(new ListVersionsByFunctionRequest { FunctionName = name, MaxItems = 2 });
        var rest = await aws.Lambda.ListVersionsByFunctionAsync(
            new ListVersionsByFunctionRequest { FunctionName = name, Marker = page.NextMarker }
        );
        Assert.Equal(["$LATEST", "1", "2"], page.Versions.Concat(rest.Versions).Select(version => version.Version));
        await Refused.ByAsync(
            "ResourceNotFoundException",
            404,
            () => aws.Lambda.ListVersionsByFunctionAsync(new ListVersionsByFunctionRequest { FunctionName = "unknown" })
        );
    }

    private static Task DeleteAsync(AwsClients aws, string name, string qualifier) =>
        aws.Lambda.DeleteFunctionAsync(new DeleteFunctionRequest { FunctionName = name, Qualifier = qualifier });
}
