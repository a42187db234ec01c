using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaAccountCorrections
{
    [Correction("A function is found by partial ARN")]
    public static async Task Partial_arn(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var found = await aws.Lambda.GetFunctionAsync($"123456789012:function:{name}");
        Assert.Equal(name, found.Configuration.FunctionName);
    }

    [Correction("A qualifier in the name and another one beside it are refused")]
    public static async Task Two_qualifiers(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () => aws.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name + ":1", Qualifier = "2" })
        );
    }

    [Correction("The ARN in the answer ends with the alias that was asked for")]
    public static async Task Qualified_arn(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var found = (await aws.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name, Qualifier = "live" })).Configuration;
        Assert.EndsWith($":{name}:live", found.FunctionArn, StringComparison.Ordinal);
        Assert.Equal("1", found.Version);
    }

    [Correction("GetAccountSettings returns limits and usage")]
    public static async Task Settings(AwsClients aws)
    {
        await TestFunctions.CreateAsync(aws);
        var settings = (await aws.JsonAsync("lambda", HttpMethod.Get, "/2016-08-19/account-settings")).Json;
        Assert.Equal(1000, (int?)settings["AccountLimit"]?["ConcurrentExecutions"]);
        Assert.True((int?)settings["AccountUsage"]?["FunctionCount"] > 0);
    }

    [Correction("A reserved concurrency of 0 is shown")]
    public static async Task Reserved(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await aws.Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 0 }
        );
        Assert.Equal(0, (await aws.Lambda.GetFunctionAsync(name)).Concurrency?.ReservedConcurrentExecutions);
    }

    [Correction("Reservations leave 100 to the other functions")]
    public static async Task Unreserved(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.PutFunctionConcurrencyAsync(
                    new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 901 }
                )
        );
    }

    [Correction("Versions and aliases have no tags")]
    public static async Task Tags(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync(
            "InvalidParameterValueException",
            400,
            () =>
                aws.Lambda.TagResourceAsync(
                    new TagResourceRequest
                    {
                        Resource = $"arn:aws:lambda:us-west-2:123456789012:function:{name}:live",
                        Tags = new() { ["a"] = "b" },
                    }
                )
        );
    }

    [Correction("Each qualifier has its own configuration of asynchronous invocations; putting replaces it")]
    public static async Task Invoke_configs(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var path = $"/2019-09-25/functions/{name}/event-invoke-config";
        await aws.JsonAsync(
            "lambda",
            HttpMethod.Put,
            path + "?Qualifier=live",
            new { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = 60 }
        );
        var replaced = await aws.JsonAsync("lambda", HttpMethod.Put, path + "?Qualifier=live", new { MaximumRetryAttempts = 1 });
        Assert.EndsWith($":{name}:live", (string)replaced.Json["FunctionArn"]!, StringComparison.Ordinal);
        var read = await aws.JsonAsync("lambda", HttpMethod.Get, path + "?Qualifier=live");
        Assert.Equal((1, null), ((int?)read.Json["MaximumRetryAttempts"], (int?)read.Json["MaximumEventAgeInSeconds"]));
        Assert.Equal(404, (int)(await aws.JsonAsync("lambda", HttpMethod.Get, path)).Status);
    }
}
